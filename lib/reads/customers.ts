import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { type customerPage, type listCustomersQuery, type Customer, type CustomerProfile, type DedicatedAgent } from "../contracts/customers";
import { customerAttributes } from "../contracts/customer-attributes";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { agentSelect, toAgentSummary } from "./agent-summary";
import { cutPage, decodeCursor } from "./cursor";
import { nameSelect, toNameRef } from "./name-ref";

const customerSelect = {
  id: true,
  name: true,
  email: true,
  externalId: true,
  createdAt: true,
  language: true,
  tags: true,
  attributes: true,
  mergedIntoId: true,
  dedicatedAgentSetAt: true,
  dedicatedAgent: { select: agentSelect },
  dedicatedAgentSetBy: { select: nameSelect },
} as const satisfies Prisma.CustomerSelect;

type CustomerRow = Prisma.CustomerGetPayload<{ select: typeof customerSelect }>;

/** Customers by name, without those merged into others: by what these were called one finds whom they were merged into. */
export async function listCustomers(actor: Actor, query: z.output<typeof listCustomersQuery>): Promise<z.input<typeof customerPage>> {
  requirePermission(actor, "customer.read");
  if (query.dedicatedAgentId !== undefined) requirePermission(actor, "customer.dedicated_agent.view");
  const { organizationId } = actor;
  const { cursor, limit, search, email, externalId, dedicatedAgentId } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const named = [email !== undefined && { email }, externalId !== undefined && { externalId }].filter((name) => name !== false);
  const ids = await Promise.all(named.map((name) => survivorId(organizationId, name)));
  const rows = await database().customer.findMany({
    where: {
      organizationId,
      mergedIntoId: null,
      AND: [
        ...ids.map((id) => ({ id: { in: id === null ? [] : [id] } })),
        ...(search ? [{ OR: [{ name: contains(search) }, { email: contains(search) }] }] : []),
      ],
      ...(dedicatedAgentId !== undefined && { dedicatedAgentId }),
      ...(after && { OR: [{ name: { gt: after.value } }, { name: after.value, id: { gt: after.id } }] }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: customerSelect,
  });
  const page = cutPage(rows, limit, ({ name, id }) => ({ value: name, id }));
  const now = await databaseNow(database());
  return { items: page.rows.map((row) => toCustomer(actor, row)), nextCursor: page.nextCursor, now: now.toISOString() };
}

function contains(search: string) {
  return { contains: search, mode: "insensitive" } as const;
}

/** Who is called so, or whom they were merged into. */
async function survivorId(organizationId: string, name: { readonly email: string } | { readonly externalId: string }): Promise<string | null> {
  const found = await database().customer.findFirst({ where: { organizationId, ...name }, select: { id: true, mergedIntoId: true } });
  return found && (found.mergedIntoId ?? found.id);
}

/** Of one merged into another, the other's. @throws AppError `not_found` */
export async function getCustomerProfile(actor: Actor, customerId: string): Promise<CustomerProfile> {
  requirePermission(actor, "customer.read");
  return readCustomerProfile(actor, customerId);
}

/** Without asking for customer.read: for the answer to what one has just done. */
export async function readCustomerProfile(actor: Actor, customerId: string): Promise<CustomerProfile> {
  const { organizationId } = actor;
  const row = await database().customer.findFirst({ where: { organizationId, id: customerId }, select: customerSelect });
  if (!row) throw new AppError("not_found", "There is no customer by that id.");
  if (row.mergedIntoId !== null) return readCustomerProfile(actor, row.mergedIntoId);
  return {
    ...toCustomer(actor, row),
    ...(maySeeDedicatedAgents(actor) && { reached: await countReached(organizationId, customerId) }),
  };
}

/** Of the last 20 conversations on their timeline that came in with their dedicated agent and were assigned, how many stand with that agent. */
async function countReached(organizationId: string, customerId: string): Promise<{ reached: number; of: number }> {
  const last = await database().conversation.findMany({
    where: { organizationId, customerId, intakeCustomerId: customerId, dedicatedAgentId: { not: null }, assigneeId: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 20,
    select: { assigneeId: true, dedicatedAgentId: true },
  });
  return { reached: last.filter(({ assigneeId, dedicatedAgentId }) => assigneeId === dedicatedAgentId).length, of: last.length };
}

function toCustomer(actor: Actor, row: CustomerRow): Customer {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    externalId: row.externalId,
    createdAt: row.createdAt.toISOString(),
    language: row.language,
    tags: row.tags,
    attributes: customerAttributes.parse(row.attributes),
    ...(maySeeDedicatedAgents(actor) && { dedicatedAgent: toDedicatedAgent(row) }),
  };
}

function toDedicatedAgent({ dedicatedAgent, dedicatedAgentSetAt, dedicatedAgentSetBy, createdAt }: CustomerRow): DedicatedAgent | null {
  if (!dedicatedAgent) return null;
  return {
    agent: toAgentSummary(dedicatedAgent),
    since: (dedicatedAgentSetAt ?? createdAt).toISOString(),
    setBy: dedicatedAgentSetBy ? toNameRef(dedicatedAgentSetBy) : null,
  };
}
