import type { Prisma } from "@/generated/prisma/client";
import { maySeeDedicatedAgents, type Actor } from "../auth/actor";
import type { Conversation } from "../contracts/conversations";
import { nameSelect, toNameRef } from "./name-ref";

/** What a conversation must be read with for toConversation. */
export const conversationSelect = {
  id: true,
  customerId: true,
  intakeCustomerId: true,
  subject: true,
  tags: true,
  language: true,
  state: true,
  snoozedUntil: true,
  createdAt: true,
  lastMessageAt: true,
  lastMessagePreview: true,
  routingState: true,
  priority: true,
  weight: true,
  waitBeganAt: true,
  waitUntil: true,
  customer: { select: nameSelect },
  intakeCustomer: { select: nameSelect },
  channel: { select: { id: true, key: true, name: true } },
  queue: { select: nameSelect },
  assignee: { select: nameSelect },
  offeredTo: { select: nameSelect },
  offerUntil: true,
  dedicatedAgent: { select: nameSelect },
} as const satisfies Prisma.ConversationSelect;

export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof conversationSelect }>;

export function toConversation(actor: Actor, row: ConversationRow): Conversation {
  return {
    id: row.id,
    customer: toNameRef(row.customer),
    channel: row.channel,
    subject: row.subject,
    tags: row.tags,
    language: row.language,
    state: row.state,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    lastMessageAt: row.lastMessageAt.toISOString(),
    lastMessagePreview: row.lastMessagePreview,
    assignee: row.assignee ? toNameRef(row.assignee) : null,
    routing: { state: row.routingState, queue: toNameRef(row.queue), priority: row.priority, weight: row.weight, wait: toWait(actor, row), offer: toOffer(row) },
    ...(maySeeDedicatedAgents(actor) && { dedicatedAgent: toDedicatedAgent(row) }),
  };
}

function toWait(actor: Actor, { routingState, waitBeganAt, waitUntil, dedicatedAgent }: ConversationRow): Conversation["routing"]["wait"] {
  if (routingState !== "waiting" || !waitBeganAt || !waitUntil) return null;
  return {
    ...(dedicatedAgent && maySeeDedicatedAgents(actor) && { agent: toNameRef(dedicatedAgent) }),
    beganAt: waitBeganAt.toISOString(),
    until: waitUntil.toISOString(),
  };
}

function toOffer({ offeredTo, offerUntil }: ConversationRow): Conversation["routing"]["offer"] {
  return offeredTo && offerUntil ? { agent: toNameRef(offeredTo), until: offerUntil.toISOString() } : null;
}

function toDedicatedAgent({ dedicatedAgent, customerId, intakeCustomerId, intakeCustomer }: ConversationRow): Conversation["dedicatedAgent"] {
  if (!dedicatedAgent) return null;
  return { agent: toNameRef(dedicatedAgent), fromCustomer: intakeCustomerId === customerId ? null : toNameRef(intakeCustomer) };
}
