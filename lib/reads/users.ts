import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { holds } from "../auth/held-permissions";
import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { NameRef } from "../contracts/common";
import { type listUsersQuery, type userPage, type User } from "../contracts/users";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { agentSelect, toAgentSummary } from "./agent-summary";
import { cutPage, decodeCursor } from "./cursor";
import { nameSelect, toNameRef } from "./name-ref";

const userSelect = {
  ...agentSelect,
  email: true,
  permissionSet: { select: { ...nameSelect, permissions: true } },
  addedPermissionSets: { select: { permissionSet: { select: { ...nameSelect, permissions: true } } } },
  teamMemberships: { select: { team: { select: { ...nameSelect, routingEnabled: true, capacity: true } } } },
  _count: { select: { dedicatedTo: true } },
} as const satisfies Prisma.UserSelect;

type UserRow = Prisma.UserGetPayload<{ select: typeof userSelect }>;

/** Users by name. */
export async function listUsers(actor: Actor, query: z.output<typeof listUsersQuery>): Promise<z.input<typeof userPage>> {
  requirePermission(actor, "user.read");
  const { cursor, limit, search, routable } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await database().user.findMany({
    where: {
      organizationId: actor.organizationId,
      AND: [
        search ? { OR: [{ name: { contains: search, mode: "insensitive" } }, { email: { contains: search, mode: "insensitive" } }] } : {},
        routable === undefined ? {} : routable ? routableWhere : { NOT: routableWhere },
      ],
      ...(after && { OR: [{ name: { gt: after.value } }, { name: after.value, id: { gt: after.id } }] }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: userSelect,
  });
  const page = cutPage(rows, limit, ({ name, id }) => ({ value: name, id }));
  const now = await databaseNow(database());
  return { items: page.rows.map((row) => toUser(actor, row)), nextCursor: page.nextCursor, now: now.toISOString() };
}

/** @throws AppError `not_found` */
export async function getUser(actor: Actor, userId: string): Promise<User> {
  requirePermission(actor, "user.read");
  return readUser(actor, userId);
}

/** Without asking for user.read: for what one may see of oneself. */
export async function readUser(actor: Actor, userId: string): Promise<User> {
  const row = await database().user.findFirst({
    where: { organizationId: actor.organizationId, id: userId },
    select: userSelect,
  });
  if (!row) throw new AppError("not_found", "There is no user by that id.");
  return toUser(actor, row);
}

const routableWhere: Prisma.UserWhereInput = { isActive: true, agent: { isNot: null }, ...holds("conversation.be_routed") };

function toUser(actor: Actor, row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isActive: row.isActive,
    permissionSet: toNameRef(row.permissionSet),
    addedPermissionSets: row.addedPermissionSets.map(({ permissionSet }) => toNameRef(permissionSet)).sort(byName),
    teams: row.teamMemberships.map(({ team }) => toNameRef(team)).sort(byName),
    agent: row.agent ? toAgentSummary(row) : null,
    ...(maySeeDedicatedAgents(actor) && { dedicatedCustomerCount: row._count.dedicatedTo }),
  };
}

function byName(a: NameRef, b: NameRef): number {
  return a.name < b.name ? -1 : 1;
}
