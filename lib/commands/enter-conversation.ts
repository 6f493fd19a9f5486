import { AppError } from "../contracts/app-error";
import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { loadQueueRules } from "../store/queue-rules";
import { addMessage, previewOf, type NewMessage } from "./add-message";
import { chooseRuledQueue, type ChosenQueue, type EnteringConversation } from "./choose-queue";
import { recordRule } from "./record-deed";

export interface NewConversation {
  readonly organizationId: string;
  readonly customerId: string;
  /** A channel's key. */
  readonly channel: string;
  readonly subject: string | null;
  readonly tags?: readonly string[];
  /** As its channel told it; null or absent: the customer's. */
  readonly language?: string | null;
  /** The queue it enters; else the queue rules choose, or it is the default queue. */
  readonly queueId: string | undefined;
  readonly visitorId: string | null;
  /** Given at intake; null where no dedicated check is made. */
  readonly dedicatedAgentId: string | null;
  readonly message: NewMessage;
}

/** Writes a conversation that needs routing, with its first message. @throws AppError `conflict`, `not_found` @returns its id */
export async function enterConversation(tx: Tx, { message, channel, queueId, tags = [], language = null, ...conversation }: NewConversation): Promise<string> {
  const { organizationId, customerId, subject } = conversation;
  const channelId = await enabledChannelId(tx, organizationId, channel);
  const now = await databaseNow(tx);
  const entering = { now, channelKey: channel, subject, firstMessage: message.text, language, tags };
  const queue = queueId === undefined ? await queueByRules(tx, conversation, entering) : await queueById(tx, organizationId, queueId);
  const id = newId();
  const created = await tx.conversation.create({
    data: {
      ...conversation,
      tags: [...tags],
      language,
      id,
      intakeCustomerId: customerId,
      channelId,
      queueId: queue.id,
      weight: queue.weight,
      priority: queue.priority,
      createdAt: now,
      enteredAt: now,
      lastMessageAt: now,
      lastMessagePreview: previewOf(message.text),
    },
  });
  await recordRule(tx, queue, { before: created, after: created, now, changed: true, assigneeLoad: null });
  await addMessage(tx, { organizationId, conversationId: id }, message);
  return id;
}

/**
 * The conversation that an earlier try of the same beginning has made: of this customer, in this channel, with a message
 * by that client's id. The caller holds the customer's row, so that two tries can't both find none.
 */
export async function findBegun(tx: Tx, organizationId: string, begun: { readonly customerId: string; readonly channel: string; readonly clientMessageId: string | undefined }): Promise<string | null> {
  const { customerId, channel, clientMessageId } = begun;
  if (clientMessageId === undefined) return null;
  const conversation = await tx.conversation.findFirst({
    where: {
      organizationId,
      intakeCustomerId: customerId,
      // On their timeline, or moved from it since: each has its index.
      OR: [{ customerId }, { NOT: { customerId: { equals: tx.conversation.fields.intakeCustomerId } } }],
      channel: { key: channel },
      messages: { some: { clientMessageId } },
    },
    select: { id: true },
  });
  return conversation?.id ?? null;
}

async function enabledChannelId(tx: Tx, organizationId: string, key: string): Promise<string> {
  const channel = await tx.channel.findUnique({ where: { organizationId_key: { organizationId, key } }, select: { id: true, name: true, isEnabled: true } });
  if (!channel) throw new AppError("conflict", `There is no channel ${key}. The routing settings list the channels.`);
  if (!channel.isEnabled) throw new AppError("conflict", `The channel ${channel.name} is switched off.`);
  return channel.id;
}

async function queueById(tx: Tx, organizationId: string, queueId: string): Promise<ChosenQueue> {
  const queue = await tx.queue.findUnique({
    where: { organizationId_id: { organizationId, id: queueId } },
    select: { id: true, name: true, weight: true, priority: true },
  });
  if (!queue) throw new AppError("not_found", "There is no queue by that id.");
  return { ...queue, ruleName: null };
}

async function queueByRules(tx: Tx, { organizationId, customerId }: Pick<NewConversation, "organizationId" | "customerId">, entering: EnteringConversation): Promise<ChosenQueue> {
  const loaded = await loadQueueRules(tx, organizationId, customerId);
  if (!loaded) throw new AppError("not_found", "The organization has no default queue.");
  return (loaded.stored && chooseRuledQueue(loaded.stored, entering)) ?? { ...loaded.defaultQueue, ruleName: null };
}
