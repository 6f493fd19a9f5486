import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import { Prisma } from "@/generated/prisma/client";
import { freshCycle, type ConversationChange, type LockedConversation } from "../store/change-conversation";
import { transaction } from "../store/database";
import { announceAndSettle } from "./announce-change";
import { lockIntakeCustomer } from "./come-back";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";
import { requireOwnWork } from "./require-own-work";

/**
 * Puts a conversation into another queue, to be routed there: without its dedicated agent, unless the organization's
 * settings say otherwise (the routing contract, §2 edge 18), and not back to whoever passed it on. One that nobody had
 * keeps its place by first entry.
 *
 * @throws AppError `not_found`, `forbidden`, `conflict` for one that is done.
 */
export async function transferToQueue(actor: Actor, key: ConversationKey, queueId: string): Promise<void> {
  const { organizationId } = key;
  const changed = await transaction(async (tx) => {
    const dedicatedAgentId = await lockIntakeCustomer(tx, key);
    const queue = await tx.queue.findUnique({
      where: { organizationId_id: { organizationId, id: queueId } },
      select: { id: true, name: true, weight: true, priority: true },
    });
    if (!queue) throw badField("queueId", "is no queue of this organization");
    const settings = await tx.routingSettings.findUniqueOrThrow({ where: { organizationId }, select: { transferChecksDedicated: true } });
    const changed = await changeNamedConversation(tx, key, (conversation, now) => {
      requireOwnWork(actor, conversation);
      if (conversation.state === "done") throw new AppError("conflict", "This conversation is done. Reopen it to transfer it.");
      return {
        ...freshCycle(now),
        ...keptFrom(conversation, now),
        queueId: queue.id,
        weight: queue.weight,
        priority: queue.priority,
        dedicatedAgentId,
        dedicatedSkip: settings.transferChecksDedicated ? null : "transferred",
      };
    });
    await recordDeed(tx, { code: "transferred_to_queue", by: actor, changed, queue: { name: queue.name } });
    return changed;
  });
  await announceAndSettle(changed);
}

function keptFrom({ assigneeId, enteredAt }: LockedConversation, now: Date): ConversationChange {
  if (assigneeId === null) return { enteredAt, refusals: Prisma.DbNull };
  return { refusals: [{ agentId: assigneeId, at: now.getTime() }] };
}
