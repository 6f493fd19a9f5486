import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { AppError } from "../contracts/app-error";
import type { createCustomerBody, updateCustomerBody } from "../contracts/customers";
import { announce } from "../router/announce";
import { database } from "../store/database";
import { newId } from "../store/new-id";

/** Adds a customer. @throws AppError `already_exists` when the e-mail or the external id is another's. @returns their id */
export async function createCustomer(organizationId: string, { name, email, externalId }: z.output<typeof createCustomerBody>): Promise<string> {
  const id = newId();
  const data = { organizationId, id, name, email: email ?? null, externalId: externalId ?? null };
  await orAlreadyExists(organizationId, data, () => database().customer.create({ data, select: { id: true } }));
  announce(organizationId, [`customer:${id}`]);
  return id;
}

/** Changes a customer's details: what is left out stays, null clears. @throws AppError `not_found`, `already_exists` */
export async function updateCustomer(organizationId: string, customerId: string, { name, email, externalId }: z.output<typeof updateCustomerBody>): Promise<void> {
  const data = { ...(name !== undefined && { name }), ...(email !== undefined && { email }), ...(externalId !== undefined && { externalId }) };
  const { count } = await orAlreadyExists(organizationId, { id: customerId, ...data }, () =>
    database().customer.updateMany({ where: { organizationId, id: customerId }, data }),
  );
  if (count === 0) throw new AppError("not_found", "There is no customer by that id.");
  announce(organizationId, [`customer:${customerId}`]);
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
