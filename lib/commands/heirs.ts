import type { Prisma } from "@/generated/prisma/client";
import { heldPermissions, heldSetsSelect } from "../auth/held-permissions";
import { letsBeRouted } from "../auth/permissions";
import { AppError, badField } from "../contracts/app-error";
import type { HandOver } from "../contracts/users";
import type { Tx } from "../store/database";
import { countLinks, type NewLink } from "../store/hand-over";
import { spreadEvenly } from "./spread-evenly";

/** The users to whom customers may go; to be locked with the leaver, before all else. */
export async function possibleHeirs(tx: Tx, organizationId: string, leaverId: string, handOver: HandOver | undefined): Promise<string[]> {
  switch (handOver?.to) {
    case undefined:
    case "nobody":
      return [];
    case "agent":
      if (handOver.agentId === leaverId) throw badField("handOver.agentId", "is the one who leaves: choose somebody else");
      return [handOver.agentId];
    case "team": {
      const members = await tx.teamMember.findMany({ where: { organizationId, teamId: handOver.teamId, userId: { not: leaverId } }, select: { userId: true } });
      return members.map(({ userId }) => userId);
    }
  }
}

/**
 * Who becomes the dedicated agent of each of these customers.
 *
 * @param locked users who stay as they are until the transaction ends
 * @throws AppError `agent_not_routable`, `validation_failed` for an agent or a team there isn't
 */
export async function chooseLinks(tx: Tx, organizationId: string, handOver: HandOver, { customerIds, locked }: { readonly customerIds: readonly string[]; readonly locked: readonly string[] }): Promise<NewLink[]> {
  switch (handOver.to) {
    case "nobody":
      return customerIds.map((customerId) => ({ customerId, agentId: null }));
    case "agent": {
      const agent = await tx.user.findUnique({ where: { organizationId_id: { organizationId, id: handOver.agentId } }, select: fitSelect });
      if (!agent) throw badField("handOver.agentId", "is no user of this organization");
      if (!isFit(agent)) throw new AppError("agent_not_routable", `${agent.name} can't be routed conversations. Choose somebody else.`);
      return customerIds.map((customerId) => ({ customerId, agentId: agent.id }));
    }
    case "team": {
      const team = await tx.team.findUnique({ where: { organizationId_id: { organizationId, id: handOver.teamId } }, select: { name: true, members: { select: { user: { select: fitSelect } } } } });
      if (!team) throw badField("handOver.teamId", "is no team of this organization");
      const fit = team.members.map(({ user }) => user).filter((user) => locked.includes(user.id) && isFit(user));
      if (fit.length === 0) throw new AppError("agent_not_routable", `Nobody else in ${team.name} can be routed conversations. Choose another team.`);
      const counts = await countLinks(tx, organizationId, fit.map(({ id }) => id));
      const spread = spreadEvenly(customerIds, fit.map(({ id }) => ({ id, count: counts.get(id) ?? 0 })));
      return spread.map(({ thingId, heirId }) => ({ customerId: thingId, agentId: heirId }));
    }
  }
}

const fitSelect = { id: true, name: true, isActive: true, agent: { select: { userId: true } }, ...heldSetsSelect } as const satisfies Prisma.UserSelect;

function isFit(user: Prisma.UserGetPayload<{ select: typeof fitSelect }>): boolean {
  return user.isActive && user.agent !== null && letsBeRouted(heldPermissions(user));
}
