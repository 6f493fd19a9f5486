import { Prisma } from "@/generated/prisma/client";
import { AppError, badField } from "../contracts/app-error";
import { customerAttributes, maxAttributes, type AttributeChanges, type CustomerAttributes } from "../contracts/customer-attributes";
import type { CreateCustomerBody, UpdateCustomerBody } from "../contracts/customers";
import { announce } from "../router/announce";
import { database, transaction, type Tx } from "../store/database";
import { newId } from "../store/new-id";
import { lockNamedCustomer } from "./lock-named-customer";

/** Adds a customer. @throws AppError `already_exists` when the e-mail or the external id is another's. @returns their id */
export async function createCustomer(organizationId: string, body: CreateCustomerBody): Promise<string> {
  const id = newId();
  const { name, email = null, externalId = null, language = null, tags = [], attributes = {} } = body;
  const data = { organizationId, id, name, email, externalId, language, tags, attributes };
  await orAlreadyExists(organizationId, data, () => database().customer.create({ data, select: { id: true } }));
  announce(organizationId, [`customer:${id}`]);
  return id;
}

/**
 * Changes a customer's details: what is left out stays, null clears.
 *
 * @throws AppError `not_found`, `already_exists`, `conflict` for a customer merged into another, `validation_failed` for
 * too many attributes in all.
 */
export async function updateCustomer(organizationId: string, customerId: string, body: UpdateCustomerBody): Promise<void> {
  const { name, email, externalId, language, tags, attributes: changes } = body;
  const data = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(externalId !== undefined && { externalId }),
    ...(language !== undefined && { language }),
    ...(tags !== undefined && { tags }),
  };
  const save = () =>
    transaction(async (tx) => {
      await lockNamedCustomer(tx, organizationId, customerId);
      const attributes = changes && (await changedAttributes(tx, organizationId, customerId, changes));
      await tx.customer.update({
        where: { organizationId_id: { organizationId, id: customerId } },
        data: { ...data, ...(attributes && { attributes }) },
        select: { id: true },
      });
    });
  await orAlreadyExists(organizationId, { id: customerId, ...data }, save);
  announce(organizationId, [`customer:${customerId}`]);
}

async function changedAttributes(tx: Tx, organizationId: string, id: string, changes: AttributeChanges): Promise<CustomerAttributes> {
  const row = await tx.customer.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } }, select: { attributes: true } });
  const all = Object.entries({ ...customerAttributes.parse(row.attributes), ...changes });
  const kept = all.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  if (kept.length > maxAttributes) throw badField("attributes", `would be ${kept.length}, ${maxAttributes} at most`);
  return Object.fromEntries(kept);
}

interface Unique {
  readonly id: string;
  readonly email?: string | null;
  readonly externalId?: string | null;
}

/** The unique indexes decide, so that two at once can't both take it; then it is looked up which field it was. */
async function orAlreadyExists<T>(organizationId: string, { id, email, externalId }: Unique, save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    const others = { organizationId, NOT: { id } };
    const hasEmail = email && (await database().customer.findFirst({ where: { ...others, email }, select: { id: true } }));
    const hasExternalId = externalId && (await database().customer.findFirst({ where: { ...others, externalId }, select: { id: true } }));
    const errors = [
      ...(hasEmail ? [{ field: "email", message: "belongs to another customer" }] : []),
      ...(hasExternalId ? [{ field: "externalId", message: "belongs to another customer" }] : []),
    ];
    throw new AppError("already_exists", "Another customer has this e-mail or external id already.", { errors });
  }
}
