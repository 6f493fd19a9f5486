import type { Tx } from "../store/database";
import { databaseNow } from "../store/clock";
import { newId } from "../store/new-id";
import type { ConversationKey } from "./conversation-key";

const previewLength = 140;

export interface NewMessage {
  readonly author: "customer" | "agent";
  readonly authorUserId: string | null;
  readonly text: string;
  readonly clientMessageId: string | undefined;
}

/** Writes a message into a conversation whose row the caller holds. @returns its id */
export async function addMessage(tx: Tx, { organizationId, conversationId }: ConversationKey, message: NewMessage): Promise<string> {
  const id = newId();
  const now = await databaseNow(tx);
  const { author, authorUserId, text, clientMessageId = null } = message;
  await tx.message.create({ data: { organizationId, id, conversationId, author, authorUserId, text, clientMessageId, createdAt: now } });
  await tx.conversation.update({
    where: { organizationId_id: { organizationId, id: conversationId } },
    data: { lastMessageAt: now, lastMessagePreview: previewOf(text) },
    select: { id: true },
  });
  return id;
}

/** The message that an earlier try of the same send has made. The caller holds the conversation's row, so that two tries can't both find none. */
export async function findSent(tx: Tx, { organizationId, conversationId }: ConversationKey, clientMessageId: string | undefined): Promise<string | null> {
  if (clientMessageId === undefined) return null;
  const message = await tx.message.findUnique({
    where: { organizationId_conversationId_clientMessageId: { organizationId, conversationId, clientMessageId } },
    select: { id: true },
  });
  return message?.id ?? null;
}

/** The beginning of a message on one line. */
export function previewOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= previewLength ? line : `${[...line].slice(0, previewLength - 1).join("")}…`;
}
