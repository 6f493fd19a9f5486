import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { holds } from "../auth/held-permissions";
import { may, maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { NameRef } from "../contracts/common";
import { type listUsersQuery, type userPage, type Leaving, type User, type UserState } from "../contracts/users";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { agentSelect, toAgentSummary } from "./agent-summary";
import { cutPage, decodeCursor } from "./cursor";
import { nameSelect, toNameRef } from "./name-ref";

const userSelect = {
  ...agentSelect,
  email: true,
  joinedAt: true,
  permissionSet: { select: { ...nameSelect, permissions: true } },
  addedPermissionSets: { select: { permissionSet: { select: { ...nameSelect, permissions: true } } } },
  teamMemberships: { select: { team: { select: { ...nameSelect, routingEnabled: true, capacity: true } } } },
  _count: { select: { dedicatedTo: true } },
} as const satisfies Prisma.UserSelect;

type UserRow = Prisma.UserGetPayload<{ select: typeof userSelect }>;

/** Users by name. */
export async function listUsers(actor: Actor, query: z.output<typeof listUsersQuery>): Promise<z.input<typeof userPage>> {
  requirePermission(actor, "user.read");
  const { cursor, limit, search, routable, state, teamId } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await database().user.findMany({
    where: {
      organizationId: actor.organizationId,
      AND: [
        search ? { OR: [{ name: { contains: search, mode: "insensitive" } }, { email: { contains: search, mode: "insensitive" } }] } : {},
        routable === undefined ? {} : routable ? routableWhere : { NOT: routableWhere },
        state === undefined ? {} : whereState[state],
        teamId === undefined ? {} : { teamMemberships: { some: { organizationId: actor.organizationId, teamId } } },
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

/** What hangs on a user who is to be deactivated. @throws AppError `not_found` */
export async function getLeaving(actor: Actor, userId: string): Promise<Leaving> {
  requirePermission(actor, "user.manage");
  const { organizationId } = actor;
  const user = await database().user.findFirst({ where: { organizationId, id: userId }, select: { _count: { select: { dedicatedTo: true } } } });
  if (!user) throw new AppError("not_found", "There is no user by that id.");
  const now = await databaseNow(database());
  const conversationCount = await database().conversation.count({ where: { organizationId, assigneeId: userId, state: "open" } });
  const works = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  const apiKeys = may(actor, "api_key.manage") ? await database().apiKey.findMany({ where: { organizationId, createdById: userId, ...works }, orderBy: [{ name: "asc" }], select: nameSelect }) : null;
  return {
    conversationCount,
    ...(maySeeDedicatedAgents(actor) && { customerCount: user._count.dedicatedTo }),
    ...(apiKeys !== null && { apiKeys: apiKeys.map(toNameRef) }),
  };
}

const whereState = {
  active: { isActive: true, joinedAt: { not: null } },
  invited: { isActive: true, joinedAt: null },
  deactivated: { isActive: false },
} as const satisfies Record<UserState, Prisma.UserWhereInput>;

function stateOf({ isActive, joinedAt }: Pick<UserRow, "isActive" | "joinedAt">): UserState {
  if (!isActive) return "deactivated";
  return joinedAt === null ? "invited" : "active";
}

export const routableWhere: Prisma.UserWhereInput = { isActive: true, agent: { isNot: null }, ...holds("conversation.be_routed") };

function toUser(actor: Actor, row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isActive: row.isActive,
    state: stateOf(row),
    permissionSet: toNameRef(row.permissionSet),
    addedPermissionSets: row.addedPermissionSets.map(({ permissionSet }) => toNameRef(permissionSet)).sort(byName),
    teams: row.teamMemberships.map(({ team }) => toNameRef(team)).sort(byName),
    ownCapacity: row.agent?.ownCapacity ?? null,
    agent: row.agent ? toAgentSummary(row) : null,
    ...(maySeeDedicatedAgents(actor) && { dedicatedCustomerCount: row._count.dedicatedTo }),
  };
}

function byName(a: NameRef, b: NameRef): number {
  return a.name < b.name ? -1 : 1;
}
