import type { z } from "zod";
import { AppError } from "../contracts/app-error";
import type { startChatBody } from "../contracts/chat";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { beginConversation } from "./begin-conversation";
import { createVisitor, findVisitor, type Visitor } from "./chat-visitor";

interface StartedChat {
  readonly visitor: Visitor;
  /** For a new visitor's cookie; null when theirs still holds. */
  readonly newToken: string | null;
}

/**
 * Begins a conversation from the hosted chat page. The customer is the one with that e-mail, or a new one. An e-mail
 * proves nothing, so a visitor ever sees only what was begun with their own cookie, and another e-mail gets another cookie.
 *
 * @throws AppError `conflict` when the chat channel is off.
 */
export async function startChat(organizationId: string, token: string | null, body: z.output<typeof startChatBody>): Promise<StartedChat> {
  const customerId = await customerByEmail(organizationId, body);
  const known = await findVisitor(organizationId, token);
  const isSame = known?.customerId === customerId;
  const { visitor, token: newToken } = isSame ? { visitor: known, token: null } : await createVisitor(organizationId, customerId);
  await beginConversation({
    organizationId,
    customerId,
    channel: "chat",
    subject: null,
    queueId: undefined,
    visitorId: visitor.id,
    text: body.text,
    clientMessageId: body.clientMessageId,
  });
  return { visitor, newToken };
}

async function customerByEmail(organizationId: string, { name, email }: z.output<typeof startChatBody>): Promise<string> {
  const where = { organizationId, email };
  const found = await database().customer.findFirst({ where, select: { id: true, mergedIntoId: true } });
  // An e-mail may have stayed with one who was merged into another.
  if (found) return found.mergedIntoId ?? found.id;
  // Two first messages at once: one of them makes the customer.
  await database().customer.createMany({ data: [{ organizationId, id: newId(), name, email }], skipDuplicates: true });
  const made = await database().customer.findFirst({ where, select: { id: true } });
  if (!made) throw new AppError("unavailable", "The conversation could not be begun. Try again.");
  return made.id;
}
