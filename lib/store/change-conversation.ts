import { Prisma } from "@/generated/prisma/client";
import type { ConversationModel } from "@/generated/prisma/models";
import type { Refusal } from "../routing/model";
import type { Tx } from "./database";

/** A conversation's row, locked until the transaction ends. */
export type LockedConversation = Readonly<ConversationModel>;

/** The columns to set. */
export type ConversationChange = Partial<
  Pick<
    ConversationModel,
    | "customerId" | "state" | "snoozedUntil" | "doneAt" | "lastMessageAt" | "lastMessagePreview" | "assigneeId" | "assignedAt"
    | "routingState" | "queueId" | "weight" | "priority" | "enteredAt" | "dedicatedAgentId" | "waitBeganAt" | "waitUntil"
    | "passedOverSince" | "dedicatedSkip" | "normalReason" | "offeredToId" | "offerUntil" | "overflowAt" | "isOverflowed"
  >
> & { readonly refusals?: Refusal[] | typeof Prisma.DbNull };

export interface ChangedConversation {
  readonly before: LockedConversation;
  readonly after: LockedConversation;
  /** The database's clock, read under the lock. */
  readonly now: Date;
  readonly changed: boolean;
  /** Load of the assignee afterwards; null without one. */
  readonly assigneeLoad: number | null;
}

/**
 * Changes one conversation and keeps the load of the agents concerned right, in the caller's transaction.
 *
 * Locks go conversation first, then agents by id: the order in which a router pass takes them, so that neither waits
 * for the other in a circle.
 *
 * @param change gets the row as it stands under the lock; null leaves it as it is.
 * @returns null when the organization has no such conversation.
 */
export async function changeConversation(
  tx: Tx,
  key: { readonly organizationId: string; readonly conversationId: string },
  change: (conversation: LockedConversation, now: Date) => ConversationChange | null,
): Promise<ChangedConversation | null> {
  const where = { organizationId_id: { organizationId: key.organizationId, id: key.conversationId } };
  // In one list with the row the clock would be read before the lock is got.
  const locked = await tx.$queryRaw<{ now: Date }[]>`
    WITH locked AS (
      SELECT 1 FROM conversation
      WHERE organization_id = ${key.organizationId}::uuid AND id = ${key.conversationId}::uuid FOR NO KEY UPDATE)
    SELECT date_trunc('milliseconds', clock_timestamp()) AS now FROM locked`;
  const now = locked[0]?.now;
  if (now === undefined) return null;
  const before = await tx.conversation.findUniqueOrThrow({ where });
  const data = change(before, now);
  if (data === null) {
    return { before, after: before, now, changed: false, assigneeLoad: null };
  }
  const { refusals, ...columns } = data;
  const after = await tx.conversation.update({
    where,
    data: { ...columns, ...(refusals && { refusals: Array.isArray(refusals) ? refusals.map((refusal) => ({ ...refusal })) : refusals }), revision: { increment: 1 } },
  });
  const loads = await moveLoad(tx, before, after, now);
  return { before, after, now, changed: true, assigneeLoad: after.assigneeId ? (loads.get(after.assigneeId) ?? null) : null };
}

/** A new cycle of routing: decided afresh, with a fresh wait. */
export function freshCycle(now: Date): ConversationChange {
  return {
    state: "open",
    snoozedUntil: null,
    doneAt: null,
    assigneeId: null,
    assignedAt: null,
    routingState: "pending",
    enteredAt: now,
    waitBeganAt: null,
    waitUntil: null,
    passedOverSince: null,
    dedicatedSkip: null,
    normalReason: null,
    ...endOfOffer,
    refusals: Prisma.DbNull,
    overflowAt: null,
    isOverflowed: false,
  };
}

/** Nobody is asked any more. */
export const endOfOffer = { offeredToId: null, offerUntil: null } as const satisfies ConversationChange;

/** Its wait or its offer is over, and no timer may act on it afterwards (the routing contract, §2 edge 5). */
export const endOfRouting = { waitBeganAt: null, waitUntil: null, passedOverSince: null, ...endOfOffer } as const satisfies ConversationChange;

async function moveLoad(tx: Tx, before: LockedConversation, after: LockedConversation, now: Date) {
  const deltas = new Map<string, number>();
  const add = (agentId: string | null, weight: number) => {
    if (agentId) deltas.set(agentId, (deltas.get(agentId) ?? 0) + weight);
  };
  // An offer holds the weight as an assignment does (the routing contract, §3).
  add(before.assigneeId ?? before.offeredToId, before.state === "open" ? -before.weight : 0);
  add(after.assigneeId ?? after.offeredToId, after.state === "open" ? after.weight : 0);
  // Its agent's room was held for it, perhaps, and is anybody's now (the routing contract, §2 edge 8).
  const wasPassedOver = before.routingState === "waiting" && before.passedOverSince !== null && after.routingState !== "waiting";
  const releasedId = wasPassedOver ? before.dedicatedAgentId : null;
  add(releasedId, 0);

  const loads = new Map<string, number>();
  for (const [userId, delta] of [...deltas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const where = { organizationId_userId: { organizationId: after.organizationId, userId } };
    const isNewlyTheirs = userId === after.assigneeId && userId !== before.assigneeId;
    const data: Prisma.AgentUncheckedUpdateInput = {
      load: { increment: delta },
      ...((delta < 0 || userId === releasedId) && { changes: { increment: 1 } }),
      ...(isNewlyTheirs && { lastAssignedAt: now }),
    };
    // Whose row stays as it is is not locked: whoever changes several conversations would hold them while it locks the next.
    const isSame = delta === 0 && !isNewlyTheirs && userId !== releasedId;
    const agent = isSame ? await tx.agent.findUniqueOrThrow({ where, select: { load: true } }) : await tx.agent.update({ where, data, select: { load: true } });
    loads.set(userId, agent.load);
  }
  return loads;
}
