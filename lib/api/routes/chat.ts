import { z } from "zod";
import { clientAddress } from "../../auth/client-address";
import { countRequest } from "../../auth/rate-limit";
import { sendChatMessage } from "../../commands/send-chat-message";
import { startChat } from "../../commands/start-chat";
import { chatMessageBody, chatPage, chatState, startChatBody } from "../../contracts/chat";
import { eventStream } from "../../live/event-stream";
import { findChatConversationId, getChatConversation, getChatPage, withinChatPage } from "../../reads/chat";
import { operation } from "../operation";
import { findRequestVisitor, keepVisitorToken, requireVisitor, visitorToken } from "../visitor-cookie";

const bySlug = z.strictObject({ slug: z.string().max(63) });

/** A person types slower; an office behind one address has several. */
const startLimit = { max: 60, windowSeconds: 600 };
const messageLimit = { max: 60, windowSeconds: 60 };

const common = { tag: "Chat page", params: bySlug, access: "public" } as const;
const state = { description: "The visitor's own conversation", schema: chatState } as const;

export const chatOperations = [
  operation(
    {
      ...common,
      operationId: "getChatPage",
      method: "get",
      path: "/chat/{slug}",
      summary: "The hosted chat page of an organization",
      answer: { status: 200, description: "What the page knows before anything is written", schema: chatPage },
    },
    async ({ params }) => {
      const { organizationName, isOpen } = await getChatPage(params.slug);
      return { organizationName, isOpen };
    },
  ),
  operation(
    { ...common, operationId: "getChatConversation", method: "get", path: "/chat/{slug}/conversation", summary: "What this visitor has written and been answered", answer: { ...state, status: 200 } },
    ({ params, http }) =>
      withinChatPage(params.slug, async (organizationId) => {
        const visitor = await findRequestVisitor(http, organizationId);
        return { conversation: visitor && (await getChatConversation(organizationId, visitor.id)) };
      }),
  ),
  operation(
    {
      ...common,
      operationId: "startChat",
      method: "post",
      path: "/chat/{slug}/conversations",
      summary: "Begin a conversation as a customer",
      description: "Sets a cookie by which the visitor is known again. Sent again with the same clientMessageId, it is the same conversation.",
      body: startChatBody,
      answer: { ...state, status: 201 },
      problems: ["conflict", "wrong_origin", "too_many_requests"],
    },
    async ({ params, body, http }) => {
      await countRequest(`chat-start:${clientAddress(http.req.raw.headers)}`, startLimit);
      return withinChatPage(params.slug, async (organizationId) => {
        const { visitor, newToken } = await startChat(organizationId, visitorToken(http), body);
        if (newToken !== null) keepVisitorToken(http, params.slug, newToken);
        return { conversation: await getChatConversation(organizationId, visitor.id) };
      });
    },
  ),
  operation(
    {
      ...common,
      operationId: "sendChatMessage",
      method: "post",
      path: "/chat/{slug}/messages",
      summary: "Write on as a customer",
      description: "Brings a done conversation back. Sent again with the same clientMessageId, it is the same message.",
      body: chatMessageBody,
      answer: { ...state, status: 201 },
      problems: ["wrong_origin", "too_many_requests"],
    },
    ({ params, body, http }) =>
      withinChatPage(params.slug, async (organizationId) => {
        const visitor = await requireVisitor(http, organizationId);
        await countRequest(`chat-message:${visitor.id}`, messageLimit);
        await sendChatMessage(organizationId, visitor, body);
        return { conversation: await getChatConversation(organizationId, visitor.id) };
      }),
  ),
  operation(
    {
      ...common,
      operationId: "streamChatEvents",
      method: "get",
      path: "/chat/{slug}/events",
      summary: "Hear when the visitor's conversation changes",
      answer: { status: 200, description: "A stream of events", contentType: "text/event-stream" },
    },
    ({ params, http }) =>
      withinChatPage(params.slug, async (organizationId) => {
        const visitor = await requireVisitor(http, organizationId);
        const conversationId = await findChatConversationId(organizationId, visitor.id);
        return eventStream({ organizationId, accepts: (topic) => topic === `conversation:${conversationId}`, signal: http.req.raw.signal });
      }),
  ),
];
