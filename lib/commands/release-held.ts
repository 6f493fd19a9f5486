import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "../auth/actor";
import type { HandCode } from "../routing/reasons";
import { freshCycle } from "../store/change-conversation";
import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";
import { relinkHeld, type HeldConversation, type NewLink } from "../store/hand-over";
import { logAllByHand, type HandLogEntry } from "../store/log-by-hand";
import { withdrawn } from "./offer";

interface Release {
  readonly leaverId: string;
  /** Locked by the caller, as the organization and the customers are. */
  readonly held: readonly HeldConversation[];
  /** Written into the customers already. */
  readonly links: readonly NewLink[];
}

/**
 * What a leaver holds is routed again, offers to them are withdrawn, and what has nobody yet follows the new link within
 * the wait it began with (the routing contract, §2 edges 4 and 15). However many, a few statements.
 *
 * @returns the conversations that changed
 */
export async function releaseHeld(tx: Tx, actor: Actor, { leaverId, held, links }: Release): Promise<string[]> {
  const { organizationId } = actor;
  const linkOf = new Map(links.map(({ customerId, agentId }) => [customerId, agentId]));
  const theirs = held.filter(({ assigneeId }) => assigneeId === leaverId);
  const offered = held.filter(({ offeredToId }) => offeredToId === leaverId);
  const relinked = held.filter(({ assigneeId, intakeCustomerId, dedicatedAgentId }) => assigneeId === null && linkOf.has(intakeCustomerId) && linkOf.get(intakeCustomerId) !== dedicatedAgentId);
  const now = await databaseNow(tx);
  const { refusals: _, ...cycle } = freshCycle(now);
  const afresh: Prisma.ConversationUncheckedUpdateManyInput = { ...cycle, refusals: Prisma.DbNull, revision: { increment: 1 } };
  await tx.conversation.updateMany({ where: { organizationId, id: { in: idsOf(theirs) } }, data: afresh });
  await relinkHeld(tx, organizationId, [...idsOf(theirs), ...idsOf(relinked)]);
  await tx.conversation.updateMany({ where: { organizationId, id: { in: idsOf(offered) } }, data: { ...withdrawn, revision: { increment: 1 } } });
  const entry = entryBy(actor, now);
  await logAllByHand(tx, organizationId, [
    ...relinked.map((each) => entry(each, "link_changed", { agentId: linkOf.get(each.intakeCustomerId) ?? null, previousAgentId: each.dedicatedAgentId })),
    ...offered.map((each) => entry(each, "offer_withdrawn", { agentId: null, previousAgentId: leaverId })),
    ...theirs.map((each) => entry(each, "requeued_deactivated", { agentId: null, previousAgentId: leaverId })),
  ]);
  await moveLoads(tx, organizationId, leaverId, [...theirs, ...offered], relinked);
  return [...new Set(idsOf([...theirs, ...offered, ...relinked]))];
}

function idsOf(conversations: readonly HeldConversation[]): string[] {
  return conversations.map(({ id }) => id);
}

function entryBy({ kind, name, userId }: Actor, now: Date) {
  return ({ id, routingState, offeredToId }: HeldConversation, code: HandCode, about: { agentId: string | null; previousAgentId: string | null }): Omit<HandLogEntry, "organizationId"> => ({
    conversationId: id,
    code,
    outcome: code === "link_changed" && routingState === "offered" && offeredToId !== null ? "offered" : "pending",
    agentId: about.agentId,
    actorUserId: userId,
    facts: {
      now: now.getTime(),
      actor: { kind, name },
      previousAgentId: about.previousAgentId,
      loadAfter: null,
      capacity: null,
      snoozedUntil: null,
      fromCustomerName: null,
      toCustomerName: null,
    },
  });
}

/** The leaver's load goes; whose room was held for one that was passed over have it free (§2 edge 8). Agents by id. */
async function moveLoads(tx: Tx, organizationId: string, leaverId: string, released: readonly HeldConversation[], relinked: readonly HeldConversation[]): Promise<void> {
  const weight = released.reduce((sum, each) => sum + each.weight, 0);
  const holders = relinked.flatMap(({ isPassedOver, dedicatedAgentId }) => (isPassedOver && dedicatedAgentId !== null ? [dedicatedAgentId] : []));
  for (const userId of [...new Set([leaverId, ...holders])].toSorted()) {
    await tx.agent.updateMany({ where: { organizationId, userId }, data: { changes: { increment: 1 }, ...(userId === leaverId && { load: { decrement: weight } }) } });
  }
}
