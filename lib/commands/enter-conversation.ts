import { AppError } from "../contracts/app-error";
import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { addMessage, previewOf, type NewMessage } from "./add-message";

export interface NewConversation {
  readonly organizationId: string;
  readonly customerId: string;
  /** A channel's key. */
  readonly channel: string;
  readonly subject: string | null;
  /** The queue it enters; else the default queue. */
  readonly queueId: string | undefined;
  readonly visitorId: string | null;
  /** Given at intake; null where no dedicated check is made. */
  readonly dedicatedAgentId: string | null;
  readonly message: NewMessage;
}

/** Writes a conversation that needs routing, with its first message. @throws AppError `conflict`, `not_found` @returns its id */
export async function enterConversation(tx: Tx, { message, channel, queueId, ...conversation }: NewConversation): Promise<string> {
  const { organizationId, customerId } = conversation;
  const channelId = await enabledChannelId(tx, organizationId, channel);
  const queue = await queueOf(tx, organizationId, queueId);
  const now = await databaseNow(tx);
  const id = newId();
  await tx.conversation.create({
    data: {
      ...conversation,
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
    select: { id: true },
  });
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
    where: { organizationId, intakeCustomerId: customerId, channel: { key: channel }, messages: { some: { clientMessageId } } },
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

async function queueOf(tx: Tx, organizationId: string, queueId: string | undefined): Promise<{ id: string; weight: number; priority: number }> {
  const queue = await tx.queue.findFirst({
    where: { organizationId, ...(queueId === undefined ? { isDefault: true } : { id: queueId }) },
    select: { id: true, weight: true, priority: true },
  });
  if (!queue) throw new AppError("not_found", queueId === undefined ? "The organization has no default queue." : "There is no queue by that id.");
  return queue;
}
