import type { Prisma } from "@/generated/prisma/client";
import { requirePermission, type Actor } from "../auth/actor";
import type { Team } from "../contracts/teams";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

const teamSelect = {
  id: true,
  name: true,
  routingEnabled: true,
  capacity: true,
  _count: { select: { members: true } },
  queues: { orderBy: [{ queue: { name: "asc" } }, { queueId: "asc" }], select: { isOverflow: true, queue: { select: nameSelect } } },
} as const satisfies Prisma.TeamSelect;

/** By name. */
export async function listTeams(actor: Actor): Promise<{ items: Team[] }> {
  requirePermission(actor, "routing_settings.read");
  const { organizationId } = actor;
  const teams = await database().team.findMany({ where: { organizationId }, orderBy: [{ name: "asc" }, { id: "asc" }], select: teamSelect });
  return { items: teams.map(toTeam) };
}

/** Without asking for routing_settings.read: for the answer to a save. */
export async function readTeam(organizationId: string, teamId: string): Promise<Team> {
  return toTeam(await database().team.findFirstOrThrow({ where: { organizationId, id: teamId }, select: teamSelect }));
}

function toTeam({ queues, _count, ...team }: Prisma.TeamGetPayload<{ select: typeof teamSelect }>): Team {
  return { ...team, memberCount: _count.members, queues: queues.map(({ queue, isOverflow }) => ({ queue: toNameRef(queue), isOverflow })) };
}
