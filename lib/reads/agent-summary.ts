import type { Prisma } from "@/generated/prisma/client";
import { heldPermissions, heldSetsSelect } from "../auth/held-permissions";
import { letsBeRouted } from "../auth/permissions";
import type { AgentSummary } from "../contracts/users";
import { nameSelect, toNameRef } from "./name-ref";

/** What a user must be read with for toAgentSummary. */
export const agentSelect = {
  id: true,
  name: true,
  isActive: true,
  createdAt: true,
  ...heldSetsSelect,
  agent: { select: { status: true, statusSince: true, ownCapacity: true, load: true, customStatus: { select: nameSelect } } },
  teamMemberships: { select: { team: { select: { routingEnabled: true, capacity: true } } } },
} as const satisfies Prisma.UserSelect;

export type AgentRow = Prisma.UserGetPayload<{ select: typeof agentSelect }>;

/** A user as an agent; one without an agent's row is offline, without capacity, and not routable. */
export function toAgentSummary(user: AgentRow): AgentSummary {
  return {
    id: user.id,
    name: user.name,
    status: user.agent?.status ?? "offline",
    customStatus: user.agent?.customStatus ? toNameRef(user.agent.customStatus) : null,
    statusSince: (user.agent?.statusSince ?? user.createdAt).toISOString(),
    load: user.agent?.load ?? 0,
    capacity: capacityOf(user),
    isRoutable: isRoutable(user),
  };
}

/** The agent's own capacity, if set, else the largest of the routing-enabled teams they are in, else none. */
export function capacityOf({ agent, teamMemberships }: Pick<AgentRow, "agent" | "teamMemberships">): number {
  if (!agent) return 0;
  const ofTeams = teamMemberships.filter(({ team }) => team.routingEnabled).map(({ team }) => team.capacity);
  return agent.ownCapacity ?? Math.max(0, ...ofTeams);
}

export function isRoutable(user: Pick<AgentRow, "isActive" | "agent" | keyof typeof heldSetsSelect>): boolean {
  return user.isActive && user.agent !== null && letsBeRouted(heldPermissions(user));
}
