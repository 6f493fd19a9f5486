import { z } from "zod";
import { text } from "./common";

export const maxAttributes = 50;

const key = z.string().regex(/^[a-z0-9_]{1,50}$/, "must be 1 to 50 of a-z, 0-9 and _");
const value = z.union([text(500), z.number(), z.boolean()]);
const tooMany = `must be ${maxAttributes} attributes at most`;

/** What the organization keeps of a customer: texts, numbers, true or false, by key. */
export const customerAttributes = z
  .record(key, value)
  .refine((attributes) => Object.keys(attributes).length <= maxAttributes, tooMany)
  .meta({ id: "CustomerAttributes" });
export type CustomerAttributes = z.infer<typeof customerAttributes>;

/** Those named change, null removes one, the others stay: two who change different ones don't undo each other. */
export const attributeChanges = z
  .record(key, value.nullable())
  .refine((changes) => Object.keys(changes).length <= maxAttributes, tooMany)
  .meta({ id: "CustomerAttributeChanges" });
export type AttributeChanges = z.infer<typeof attributeChanges>;
