import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import { type conversationPage, type listConversationsQuery, type ConversationDetail, type Message } from "../contracts/conversations";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { agentSelect, toAgentSummary } from "./agent-summary";
import { conversationSelect, toConversations } from "./conversation-fields";
import { cutPage, decodeInstantCursor } from "./cursor";
import { namesOf } from "./names-of";

const shownMessages = 200;

const messageSelect = {
  id: true,
  author: true,
  authorUserId: true,
  text: true,
  clientMessageId: true,
  createdAt: true,
} as const satisfies Prisma.MessageSelect;

type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>;

/** Conversations, the one with the newest message first. */
export async function listConversations(actor: Actor, query: z.output<typeof listConversationsQuery>): Promise<z.input<typeof conversationPage>> {
  requirePermission(actor, "conversation.read");
  if (query.waitingFor !== undefined) requirePermission(actor, "customer.dedicated_agent.view");
  const { cursor, limit, state, routingState, assignee, waitingFor, offeredTo, customerId, queueId } = query;
  const after = cursor === undefined ? null : decodeInstantCursor(cursor);
  const rows = await database().conversation.findMany({
    where: {
      organizationId: actor.organizationId,
      AND: [
        { ...(state && { state }), ...(customerId && { customerId }), ...(queueId && { queueId }) },
        { ...(routingState && { routingState }), ...(assignee && { assigneeId: whom(actor, assignee, "assignee") }) },
        { ...(offeredTo && { offeredToId: whom(actor, offeredTo, "offeredTo") }) },
        { ...(waitingFor && { routingState: "waiting", dedicatedAgentId: whom(actor, waitingFor, "waitingFor") }) },
      ],
      ...(after && { OR: [{ lastMessageAt: { lt: after.at } }, { lastMessageAt: after.at, id: { gt: after.id } }] }),
    },
    orderBy: [{ lastMessageAt: "desc" }, { id: "asc" }],
    take: limit + 1,
    select: conversationSelect,
  });
  const page = cutPage(rows, limit, ({ lastMessageAt, id }) => ({ value: lastMessageAt.toISOString(), id }));
  const [items, now] = await Promise.all([toConversations(actor, page.rows), databaseNow(database())]);
  return { items, nextCursor: page.nextCursor, now: now.toISOString() };
}

/** One conversation with its latest messages. @throws AppError `not_found` */
export async function getConversation(actor: Actor, conversationId: string): Promise<ConversationDetail> {
  requirePermission(actor, "conversation.read");
  return readConversation(actor, conversationId);
}

/** Without asking for conversation.read: for the answer to what one has just done. */
export async function readConversation(actor: Actor, conversationId: string): Promise<ConversationDetail> {
  const { organizationId } = actor;
  const row = await database().conversation.findFirst({
    where: { organizationId, id: conversationId },
    select: {
      ...conversationSelect,
      dedicatedAgent: { select: agentSelect },
      messages: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: shownMessages, select: messageSelect },
    },
  });
  if (!row) throw new AppError("not_found", "There is no conversation by that id.");
  const [[conversation], messages, now] = await Promise.all([
    toConversations(actor, [row]),
    toMessages(organizationId, row.messages.toReversed()),
    databaseNow(database()),
  ]);
  if (!conversation) throw new Error("a row gives a conversation");
  return {
    ...conversation,
    messages,
    ...(maySeeDedicatedAgents(actor) && { dedicatedAgentStatus: row.dedicatedAgent ? toAgentSummary(row.dedicatedAgent) : null }),
    now: now.toISOString(),
  };
}

/** @throws AppError `not_found` */
export async function readMessage(actor: Actor, conversationId: string, messageId: string): Promise<Message> {
  const { organizationId } = actor;
  const row = await database().message.findFirst({ where: { organizationId, conversationId, id: messageId }, select: messageSelect });
  const [message] = row ? await toMessages(organizationId, [row]) : [];
  if (!message) throw new AppError("not_found", "There is no message by that id.");
  return message;
}

async function toMessages(organizationId: string, rows: readonly MessageRow[]): Promise<Message[]> {
  const authors = await namesOf(organizationId, rows.map(({ authorUserId }) => authorUserId));
  return rows.map(({ id, author, authorUserId, text, clientMessageId, createdAt }) => ({
    id,
    author,
    user: authorUserId === null ? null : (authors.get(authorUserId) ?? null),
    text,
    clientMessageId,
    createdAt: createdAt.toISOString(),
  }));
}

function whom(actor: Actor, value: string, field: string): string {
  if (value !== "me") return value;
  if (actor.userId === null) throw badField(field, "an API key is nobody's self: name a user's id");
  return actor.userId;
}
