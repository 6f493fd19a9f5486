import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { addMessage, findSent } from "./add-message";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { requireOwnWork } from "./require-own-work";

interface Reply extends ConversationKey {
  readonly actor: Actor;
  readonly text: string;
  /** Sent again with the same, it is the same message. */
  readonly clientMessageId: string | undefined;
}

/** An agent answers. @returns the message's id. @throws AppError `not_found`, `forbidden`, `conflict` for one that is done. */
export async function sendReply({ actor, text, clientMessageId, ...key }: Reply): Promise<string> {
  const messageId = await transaction(async (tx) => {
    const { before } = await changeNamedConversation(tx, key, () => null);
    requireOwnWork(actor, before);
    const sentBefore = await findSent(tx, key, clientMessageId);
    if (sentBefore !== null) return sentBefore;
    if (before.state === "done") throw new AppError("conflict", "This conversation is done. Reopen it first.");
    return addMessage(tx, key, { author: "agent", authorUserId: actor.userId, text, clientMessageId });
  });
  announce(key.organizationId, [`conversation:${key.conversationId}`]);
  return messageId;
}
