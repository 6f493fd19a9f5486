import { transaction } from "../store/database";
import { announce } from "../router/announce";
import { addMessage, findSent } from "./add-message";
import { announceChange } from "./announce-change";
import type { By } from "./by";
import { comeBack, lockIntakeCustomer } from "./come-back";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";

interface ReceivedMessage extends ConversationKey {
  readonly by: By;
  readonly text: string;
  /** Sent again with the same, it is the same message. */
  readonly clientMessageId: string | undefined;
}

/** A customer writes in a conversation; done or snoozed, it comes back. @returns the message's id. @throws AppError `not_found` */
export async function receiveMessage({ by, text, clientMessageId, ...key }: ReceivedMessage): Promise<string> {
  const { messageId, change } = await transaction(async (tx) => {
    await lockIntakeCustomer(tx, key);
    const held = await changeNamedConversation(tx, key, () => null);
    const sentBefore = await findSent(tx, key, clientMessageId);
    if (sentBefore !== null) return { messageId: sentBefore, change: held };
    const change = await comeBack(tx, key, by, () => true);
    return { messageId: await addMessage(tx, key, { author: "customer", authorUserId: null, text, clientMessageId }), change };
  });
  announceChange(change);
  announce(key.organizationId, [`conversation:${key.conversationId}`]);
  return messageId;
}
