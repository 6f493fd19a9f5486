import type { Prisma } from "@/generated/prisma/client";
import { previewOf } from "@/lib/commands/add-message";
import type { Tx } from "@/lib/store/database";
import { idAt, minuteMs } from "./ids";
import type { DemoAgent, DemoOrganization } from "./organization";
import type { DemoCustomer } from "./customers";
import type { Random } from "./random";
import type { Intake, StoryDecision } from "./routing-story";
import type { Talk } from "./talks";

const rowsAStatement = 500;

/** Collects all rows, to be written with few statements. */
export class DemoRows {
  readonly conversations: Prisma.ConversationCreateManyInput[] = [];
  readonly messages: Prisma.MessageCreateManyInput[] = [];
  readonly log: Prisma.RoutingLogEntryCreateManyInput[] = [];

  async write(tx: Tx): Promise<void> {
    for (const data of inChunks(this.conversations)) await tx.conversation.createMany({ data });
    for (const data of inChunks(this.messages)) await tx.message.createMany({ data });
    for (const data of inChunks(this.log)) await tx.routingLogEntry.createMany({ data });
  }
}

export interface DemoConversation {
  readonly intake: Intake;
  readonly customer: DemoCustomer;
  readonly talk: Talk;
  readonly decisions: readonly StoryDecision[];
  /** Who has it; null while nobody does. */
  readonly assignee: DemoAgent | null;
}

/** The messages of a talk, the first `turns` of them, by turns from the customer and the assignee. @returns when the last was written */
export function addTalk(rows: DemoRows, { organizationId }: DemoOrganization, { intake, customer, talk, decisions, assignee }: DemoConversation, turns: number, random: Random): { at: Date; text: string } {
  const order = String(random.between(48_000, 61_999));
  const assignedAt = decisions.at(-1)?.facts.now ?? intake.enteredAt.getTime();
  let at = intake.enteredAt;
  let text = "";
  for (const [index, turn] of talk.turns.slice(0, turns).entries()) {
    const isCustomer = index % 2 === 0;
    if (index > 0) at = new Date(Math.max(at.getTime(), assignedAt) + random.between(40, 700) * (minuteMs / 60));
    text = turn.replaceAll("{first}", customer.name.split(" ")[0] ?? "").replaceAll("{order}", order);
    rows.messages.push({
      organizationId,
      id: idAt(at),
      conversationId: intake.conversationId,
      author: isCustomer ? "customer" : "agent",
      authorUserId: isCustomer ? null : (assignee?.id ?? null),
      text,
      createdAt: at,
    });
  }
  return { at, text };
}

export function addDecisions(rows: DemoRows, { organizationId }: DemoOrganization, conversationId: string, decisions: readonly StoryDecision[]): void {
  for (const { facts, outcome } of decisions) {
    const at = new Date(facts.now);
    rows.log.push({
      organizationId,
      id: idAt(at),
      conversationId,
      at,
      outcome: outcome.kind,
      reason: outcome.reason,
      normalRouting: "normalRouting" in outcome ? outcome.normalRouting : null,
      agentId: "agentId" in outcome ? outcome.agentId : null,
      facts: JSON.parse(JSON.stringify(facts)),
    });
  }
}

/** What every conversation has, wherever it stands. */
export function baseRow({ organizationId }: DemoOrganization, { intake, customer, talk }: DemoConversation, last: { readonly at: Date; readonly text: string }) {
  const { conversationId, enteredAt, queue, channel } = intake;
  return {
    organizationId,
    id: conversationId,
    customerId: customer.id,
    intakeCustomerId: customer.id,
    channelId: channel.id,
    subject: talk.subject.replace(/ ?\{order\}/, "").replace("order?", "my order?"),
    createdAt: enteredAt,
    enteredAt,
    lastMessageAt: last.at,
    lastMessagePreview: previewOf(last.text),
    queueId: queue.id,
    weight: queue.weight,
    priority: queue.priority,
    dedicatedAgentId: customer.dedicatedAgent?.id ?? null,
  } satisfies Prisma.ConversationCreateManyInput;
}

function* inChunks<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += rowsAStatement) yield all.slice(start, start + rowsAStatement);
}
