import type { LockedConversation } from "../store/change-conversation";
import type { Tx } from "../store/database";
import { loadQueueRules } from "../store/queue-rules";
import { chooseRuledQueue, type ChosenQueue } from "./choose-queue";

/**
 * The queue that a conversation enters which was done and is decided afresh: as a new one's, with its customer as they
 * are now and its first message as it was. Where there are no rules it enters its own again, which somebody chose for it.
 */
export async function queueToEnterAnew(tx: Tx, conversation: LockedConversation, now: Date): Promise<ChosenQueue> {
  const { organizationId, customerId, subject, language, tags } = conversation;
  const loaded = await loadQueueRules(tx, organizationId, customerId);
  if (!loaded?.stored) return ownQueue(tx, conversation);
  const { channel, messages } = await tx.conversation.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: conversation.id } },
    select: {
      channel: { select: { key: true } },
      messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 1, select: { text: true } },
    },
  });
  const entering = { now, channelKey: channel.key, subject, firstMessage: messages[0]?.text ?? "", language, tags };
  return chooseRuledQueue(loaded.stored, entering) ?? { ...loaded.defaultQueue, ruleName: null };
}

async function ownQueue(tx: Tx, { organizationId, queueId }: LockedConversation): Promise<ChosenQueue> {
  const queue = await tx.queue.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: queueId } },
    select: { id: true, name: true, weight: true, priority: true },
  });
  return { ...queue, ruleName: null };
}
