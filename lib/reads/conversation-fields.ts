import type { Prisma } from "@/generated/prisma/client";
import { maySeeDedicatedAgents, type Actor } from "../auth/actor";
import type { NameRef } from "../contracts/common";
import type { Conversation } from "../contracts/conversations";
import { nameSelect, toNameRef } from "./name-ref";
import { namesOf } from "./names-of";

/** What a conversation must be read with for toConversations. */
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
  assigneeId: true,
  offeredToId: true,
  offerUntil: true,
  dedicatedAgent: { select: nameSelect },
} as const satisfies Prisma.ConversationSelect;

export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof conversationSelect }>;

export async function toConversations(actor: Actor, rows: readonly ConversationRow[]): Promise<Conversation[]> {
  const names = await namesOf(actor.organizationId, rows.flatMap(({ assigneeId, offeredToId }) => [assigneeId, offeredToId]));
  return rows.map((row) => toConversation(actor, row, names));
}

type Names = ReadonlyMap<string, NameRef>;

function toConversation(actor: Actor, row: ConversationRow, names: Names): Conversation {
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
    assignee: nameOf(row.assigneeId, names),
    routing: { state: row.routingState, queue: toNameRef(row.queue), priority: row.priority, weight: row.weight, wait: toWait(actor, row), offer: toOffer(row, names) },
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

function toOffer({ offeredToId, offerUntil }: ConversationRow, names: Names): Conversation["routing"]["offer"] {
  const agent = nameOf(offeredToId, names);
  return agent && offerUntil ? { agent, until: offerUntil.toISOString() } : null;
}

function nameOf(id: string | null, names: Names): NameRef | null {
  return id === null ? null : (names.get(id) ?? null);
}

function toDedicatedAgent({ dedicatedAgent, customerId, intakeCustomerId, intakeCustomer }: ConversationRow): Conversation["dedicatedAgent"] {
  if (!dedicatedAgent) return null;
  return { agent: toNameRef(dedicatedAgent), fromCustomer: intakeCustomerId === customerId ? null : toNameRef(intakeCustomer) };
}
