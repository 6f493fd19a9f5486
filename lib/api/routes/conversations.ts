import { z } from "zod";
import { authorOf, createConversation } from "../../commands/create-conversation";
import { receiveMessage } from "../../commands/receive-message";
import { sendReply } from "../../commands/send-reply";
import { conversationDetail, conversationPage, createConversationBody, listConversationsQuery, message, routingLog, sendMessageBody } from "../../contracts/conversations";
import { getConversation, listConversations, readConversation, readMessage } from "../../reads/conversations";
import { getRoutingLog } from "../../reads/routing-log";
import { operation, type AccessByRequest } from "../operation";
import { byId } from "./by-id";
import { conversationDeeds } from "./conversation-deeds";

/** One's own words, or a customer's recorded for them. */
const asAgentOrForCustomer = z.object({ author: z.enum(["agent", "customer"]).optional() });

const createAccess: AccessByRequest = {
  either: ["conversation.create", "conversation.receive"],
  choose: ({ actor, body }) => (authorOf(actor, asAgentOrForCustomer.parse(body)) === "agent" ? "conversation.create" : "conversation.receive"),
};

const messageAccess: AccessByRequest = {
  either: ["conversation.reply", "conversation.receive"],
  choose: ({ body }) => (asAgentOrForCustomer.parse(body).author === "customer" ? "conversation.receive" : "conversation.reply"),
};

export const conversationOperations = [
  operation(
    {
      operationId: "listConversations",
      method: "get",
      path: "/conversations",
      tag: "Conversations",
      summary: "Conversations, the one with the newest message first",
      access: "conversation.read",
      query: listConversationsQuery,
      answer: { status: 200, description: "A page of conversations", schema: conversationPage },
    },
    ({ actor, query }) => listConversations(actor, query),
  ),
  operation(
    {
      operationId: "createConversation",
      method: "post",
      path: "/conversations",
      tag: "Conversations",
      summary: "Begin a conversation",
      description:
        "From a customer (author `customer`): answers when the router has decided who gets it, or after one second with routing state `pending`. " +
        "To a customer (author `agent`): it is assigned to the signed-in user. Sent again with the same clientMessageId, it is the same conversation.",
      access: createAccess,
      body: createConversationBody,
      answer: { status: 201, description: "The conversation", schema: conversationDetail },
      problems: ["not_found", "conflict", "agent_not_routable"],
    },
    async ({ actor, body }) => readConversation(actor, await createConversation(actor, body)),
  ),
  operation(
    {
      operationId: "getConversation",
      method: "get",
      path: "/conversations/{id}",
      tag: "Conversations",
      summary: "One conversation with its latest 200 messages",
      access: "conversation.read",
      params: byId,
      answer: { status: 200, description: "The conversation", schema: conversationDetail },
    },
    ({ actor, params }) => getConversation(actor, params.id),
  ),
  operation(
    {
      operationId: "sendMessage",
      method: "post",
      path: "/conversations/{id}/messages",
      tag: "Conversations",
      summary: "Answer, or record what the customer wrote",
      description: "A customer's message brings a done or snoozed conversation back. Sent again with the same clientMessageId, it is the same message.",
      access: messageAccess,
      params: byId,
      body: sendMessageBody,
      answer: { status: 201, description: "The message", schema: message },
      problems: ["conflict"],
    },
    async ({ actor, params, body }) => {
      const { author, text, clientMessageId } = body;
      const key = { organizationId: actor.organizationId, conversationId: params.id };
      const send = author === "agent" ? sendReply({ ...key, actor, text, clientMessageId }) : receiveMessage({ ...key, by: actor, text, clientMessageId });
      return readMessage(actor, params.id, await send);
    },
  ),
  ...conversationDeeds,
  operation(
    {
      operationId: "getRoutingLog",
      method: "get",
      path: "/conversations/{id}/routing-log",
      tag: "Conversations",
      summary: "Why here? Every decision about a conversation, oldest first",
      access: "routing_log.read",
      params: byId,
      answer: { status: 200, description: "The conversation's entries of the routing log", schema: routingLog },
    },
    ({ actor, params }) => getRoutingLog(actor, params.id),
  ),
];
