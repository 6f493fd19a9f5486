import { AppError } from "../contracts/app-error";
import { findChatConversationId } from "../reads/chat";
import { database } from "../store/database";
import type { Visitor } from "./chat-visitor";
import { receiveMessage } from "./receive-message";

/** A visitor writes on in the conversation they began last. @throws AppError `not_found` when there is none. */
export async function sendChatMessage(
  organizationId: string,
  visitor: Visitor,
  message: { readonly text: string; readonly clientMessageId?: string | undefined },
): Promise<void> {
  const conversationId = await findChatConversationId(organizationId, visitor.id);
  if (conversationId === null) throw new AppError("not_found", "You have no conversation here yet. Begin one.");
  const { name } = await database().customer.findFirstOrThrow({
    where: { organizationId, id: visitor.customerId },
    select: { name: true },
  });
  const by = { kind: "customer", name, userId: null } as const;
  await receiveMessage({ organizationId, conversationId, by, text: message.text, clientMessageId: message.clientMessageId });
}
