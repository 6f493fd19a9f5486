import { z } from "zod";
import { email, id, instant, languageTag, nameRef, page, pageQuery, tags, text } from "./common";
import { attributeChanges, customerAttributes } from "./customer-attributes";
import { agentSummary } from "./users";

/** The dedicated agent of a customer. */
export const dedicatedAgent = z
  .strictObject({
    agent: agentSummary,
    since: instant,
    /** Who set it; null: an API key or an import. */
    setBy: nameRef.nullable(),
  })
  .meta({ id: "DedicatedAgent" });
export type DedicatedAgent = z.infer<typeof dedicatedAgent>;

export const customer = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string().nullable(),
    externalId: z.string().nullable(),
    createdAt: instant,
    /** BCP 47; null: not known. */
    language: z.string().nullable(),
    tags: z.array(z.string()),
    attributes: customerAttributes,
    /** Absent without the permission to view this attribute; null: none. */
    dedicatedAgent: dedicatedAgent.nullable().optional(),
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof customer>;

/** A customer's profile: how often the dedicated agent was reached, of the last 20 routed conversations that had one. */
export const customerProfile = customer
  .extend({
    reached: z.strictObject({ reached: z.number().int(), of: z.number().int() }).optional(),
  })
  .meta({ id: "CustomerProfile" });
export type CustomerProfile = z.infer<typeof customerProfile>;

export const createCustomerBody = z
  .strictObject({
    name: text(200),
    email: email.nullish(),
    externalId: text(200).nullish(),
    language: languageTag.nullish(),
    tags: tags.optional(),
    attributes: customerAttributes.optional(),
  })
  .meta({ id: "CreateCustomer" });
export type CreateCustomerBody = z.output<typeof createCustomerBody>;

export const updateCustomerBody = z
  .strictObject({
    name: text(200).optional(),
    email: email.nullish(),
    externalId: text(200).nullish(),
    language: languageTag.nullish(),
    /** All of them. */
    tags: tags.optional(),
    attributes: attributeChanges.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateCustomer" });
export type UpdateCustomerBody = z.output<typeof updateCustomerBody>;

export const listCustomersQuery = pageQuery.extend({
  /** Part of the name or e-mail. */
  search: z.string().trim().max(100).optional(),
  /** Exactly this e-mail. */
  email: email.optional(),
  /** Exactly this external id. */
  externalId: z.string().max(200).optional(),
  /** Customers of this dedicated agent; needs the permission to view the attribute. */
  dedicatedAgentId: id.optional(),
});
export const customerPage = page(customer).meta({ id: "CustomerPage" });

/** The one who is merged into the one of the address. */
export const mergeCustomerBody = z.strictObject({ customerId: id }).meta({ id: "MergeCustomer" });

export const setDedicatedAgentBody = z.strictObject({ agentId: id }).meta({ id: "SetDedicatedAgent" });
