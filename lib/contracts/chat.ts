import { z } from "zod";
import { email, id, instant, text } from "./common";
import { messageText } from "./conversations";

/** What the hosted chat page knows before anything is written. */
export const chatPage = z.strictObject({ organizationName: z.string(), isOpen: z.boolean() }).meta({ id: "ChatPage" });

export const startChatBody = z
  .strictObject({
    name: text(200),
    email,
    text: messageText,
    clientMessageId: z.string().min(1).max(100).optional(),
  })
  .meta({ id: "StartChat" });

export const chatMessageBody = z
  .strictObject({ text: messageText, clientMessageId: z.string().min(1).max(100).optional() })
  .meta({ id: "ChatMessageBody" });

/** The visitor's own conversation, as they may see it: nothing of the desk's inside but the name of who answers. */
export const chatConversation = z
  .strictObject({
    id,
    state: z.enum(["finding", "with_agent", "done"]),
    /** Who has taken over. */
    agentName: z.string().nullable(),
    messages: z.array(
      z.strictObject({
        id,
        author: z.enum(["customer", "agent"]),
        agentName: z.string().nullable(),
        text: z.string(),
        createdAt: instant,
        /** As the sender chose it, to recognise their own sends. */
        clientMessageId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ChatConversation" });
export type ChatConversation = z.infer<typeof chatConversation>;

/** Null: this visitor has none yet. */
export const chatState = z.strictObject({ conversation: chatConversation.nullable() }).meta({ id: "ChatState" });
export type ChatState = z.infer<typeof chatState>;
