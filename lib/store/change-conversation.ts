import type { Prisma } from "@/generated/prisma/client";
import type { ConversationModel } from "@/generated/prisma/models";
import { databaseNow } from "./clock";
import type { Tx } from "./database";

/** A conversation's row, locked until the transaction ends. */
export type LockedConversation = Readonly<ConversationModel>;

/** The columns to set. */
export type ConversationChange = Partial<
  Pick<
    ConversationModel,
    | "customerId" | "state" | "snoozedUntil" | "doneAt" | "lastMessageAt" | "lastMessagePreview" | "assigneeId" | "assignedAt"
    | "routingState" | "queueId" | "weight" | "priority" | "enteredAt" | "dedicatedAgentId" | "waitBeganAt" | "waitUntil"
    | "passedOverSince" | "isRoutedNow" | "normalReason"
  >
>;

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
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM conversation
    WHERE organization_id = ${key.organizationId}::uuid AND id = ${key.conversationId}::uuid FOR NO KEY UPDATE`;
  if (locked.length === 0) return null;
  const before = await tx.conversation.findUniqueOrThrow({ where });
  const now = await databaseNow(tx);
  const data = change(before, now);
  if (data === null) {
    return { before, after: before, now, changed: false, assigneeLoad: null };
  }
  const after = await tx.conversation.update({ where, data: { ...data, revision: { increment: 1 } } });
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
    isRoutedNow: false,
    normalReason: null,
  };
}

/** The wait is over, and no timer may act on it afterwards. */
export const endOfWait = { waitBeganAt: null, waitUntil: null, passedOverSince: null } as const satisfies ConversationChange;

async function moveLoad(tx: Tx, before: LockedConversation, after: LockedConversation, now: Date) {
  const deltas = new Map<string, number>();
  const add = (agentId: string | null, weight: number) => {
    if (agentId) deltas.set(agentId, (deltas.get(agentId) ?? 0) + weight);
  };
  add(before.assigneeId, before.state === "open" ? -before.weight : 0);
  add(after.assigneeId, after.state === "open" ? after.weight : 0);

  const loads = new Map<string, number>();
  for (const [userId, delta] of [...deltas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isNewlyTheirs = userId === after.assigneeId && userId !== before.assigneeId;
    const data: Prisma.AgentUncheckedUpdateInput = {
      load: { increment: delta },
      ...(delta < 0 && { changes: { increment: 1 } }),
      ...(isNewlyTheirs && { lastAssignedAt: now }),
    };
    const agent = await tx.agent.update({
      where: { organizationId_userId: { organizationId: after.organizationId, userId } },
      data,
      select: { load: true },
    });
    loads.set(userId, agent.load);
  }
  return loads;
}
