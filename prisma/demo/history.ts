import type { Prisma } from "@/generated/prisma/client";
import { decide } from "../../lib/routing/decide";
import type { AgentFacts, ConversationFacts, DecisionFacts } from "../../lib/routing/model";
import { seededRandom } from "../../lib/simulation/random";
import { newId } from "../../lib/store/new-id";
import { found, minutesBefore, type DemoOrganization } from "./organization";
import { openings, talks, type Talk } from "./talk";

export interface DemoCustomer {
  readonly id: string;
  readonly dedicatedAgentId: string | null;
}

export interface History {
  readonly conversations: Prisma.ConversationCreateManyInput[];
  readonly messages: Prisma.MessageCreateManyInput[];
  readonly log: Prisma.RoutingLogEntryCreateManyInput[];
}

const doneCount = 600;
const channelsUsed = ["chat", "chat", "chat", "email", "email", "whatsapp", "sms"] as const;
const queuesUsed = ["General", "General", "Orders", "Returns", "Billing", "Product advice"] as const;

/**
 * Sixty days of conversations, and those that are open now. Each was decided by the product's own `decide` from facts
 * of then, so that its log explains itself like any other.
 */
export function history(organization: DemoOrganization, customers: readonly DemoCustomer[], now: Date): History {
  const random = seededRandom(20_26);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? fail();
  const result: History = { conversations: [], messages: [], log: [] };
  const agents = organization.agents.filter(({ team }) => team !== null);

  for (let index = 0; index < doneCount; index += 1) {
    const customer = pick(customers);
    const startedAt = minutesBefore(now, 60 + Math.floor(random() ** 2 * 60 * 24 * 60));
    const linked = agents.find(({ id }) => id === customer.dedicatedAgentId) ?? null;
    // Somebody else, for when it can't be the dedicated agent.
    const other = pick(agents.filter(({ id }) => id !== linked?.id));
    add(result, { organization, customer, talk: pick(talks), startedAt, linked, other, state: "done", fate: random(), pick });
  }
  for (const agent of agents) {
    for (let index = 0; index < agent.open; index += 1) {
      // Theirs, or nobody's: an open one whose dedicated agent is somebody else would need a story of its own.
      const own = customers.filter(({ dedicatedAgentId }) => dedicatedAgentId === agent.id);
      const customer = own.length > 0 && random() < 0.6 ? pick(own) : pick(customers.filter(({ dedicatedAgentId }) => dedicatedAgentId === null));
      const linked = customer.dedicatedAgentId === agent.id ? agent : null;
      add(result, { organization, customer, talk: pick(openings), startedAt: minutesBefore(now, 3 + Math.floor(random() * 90)), linked, other: agent, state: "open", fate: 0, pick });
    }
  }
  return result;
}

interface Story {
  readonly organization: DemoOrganization;
  readonly customer: DemoCustomer;
  readonly talk: Talk;
  readonly startedAt: Date;
  readonly linked: DemoOrganization["agents"][number] | null;
  readonly other: DemoOrganization["agents"][number];
  readonly state: "open" | "done";
  /** 0 to 1: what became of the dedicated check. */
  readonly fate: number;
  readonly pick: <T>(list: readonly T[]) => T;
}

function add(result: History, story: Story): void {
  const { organization, customer, talk, startedAt, state, pick } = story;
  const { organizationId } = organization;
  const id = newId();
  const channelId = found(organization.channelIds, pick(channelsUsed));
  const queue = found(organization.queues, state === "open" ? "General" : pick(queuesUsed));
  const base: ConversationFacts = {
    id, state: "pending", channelId, queueId: queue.id, weight: 1, priority: queue.priority, enteredAt: startedAt.getTime(),
    dedicatedAgentId: story.linked?.id ?? null, waitBeganAt: null, waitUntil: null, passedOverSince: null, isRoutedNow: false, normalReason: null,
  };
  const decisions = decisionsOf(story, base);
  const last = decisions.at(-1) ?? fail();
  if (last.outcome.kind !== "assigned") throw new Error("a story of the demo ends without an assignee");
  const assignedAt = last.facts.now;
  const assigneeId = last.outcome.agentId;

  let at = startedAt.getTime();
  talk.messages.forEach((text, index) => {
    const isCustomer = index % 2 === 0;
    if (index > 0) at = Math.max(at, assignedAt) + 60_000 + Math.floor(text.length * 900);
    result.messages.push({
      organizationId, id: newId(), conversationId: id, author: isCustomer ? "customer" : "agent", authorUserId: isCustomer ? null : assigneeId, text, createdAt: new Date(at),
    });
  });
  result.conversations.push({
    organizationId, id, customerId: customer.id, intakeCustomerId: customer.id, channelId, queueId: queue.id, weight: 1, priority: queue.priority,
    subject: talk.subject, state, createdAt: startedAt, enteredAt: startedAt, lastMessageAt: new Date(at), lastMessagePreview: (talk.messages.at(-1) ?? "").slice(0, 140),
    assigneeId, assignedAt: new Date(assignedAt), dedicatedAgentId: story.linked?.id ?? null,
    routingState: state === "open" ? "assigned" : "out", doneAt: state === "done" ? new Date(at + 120_000) : null,
    normalReason: last.outcome.normalRouting && last.outcome.reason,
  });
  for (const { facts, outcome } of decisions) {
    result.log.push({
      organizationId, id: newId(), conversationId: id, at: new Date(facts.now), outcome: outcome.kind, reason: outcome.reason,
      normalRouting: "normalRouting" in outcome ? outcome.normalRouting : null, agentId: "agentId" in outcome ? outcome.agentId : null,
      facts: JSON.parse(JSON.stringify(facts)),
    });
  }
}

/** Linked: mostly there with room, sometimes after a wait, sometimes too late or away. Then what `decide` makes of it. */
function decisionsOf(story: Story, conversation: ConversationFacts) {
  const { linked, other, fate, startedAt } = story;
  const begins = startedAt.getTime();
  if (!linked || fate < 0.62) return [decided(story, conversation, begins, "available", 0)];
  if (fate < 0.74) return [decided(story, conversation, begins, "offline", 0)];
  const first = decided(story, conversation, begins, "available", linked.capacity);
  if (first.outcome.kind !== "waiting") return [first];
  const waiting: ConversationFacts = { ...conversation, state: "waiting", waitBeganAt: first.outcome.began, waitUntil: first.outcome.until };
  const freedAfterMs = 20_000 + Math.floor(fate * 250_000);
  return fate < 0.92
    ? [first, decided(story, waiting, begins + freedAfterMs, "available", linked.capacity - 1)]
    : [first, decided(story, waiting, first.outcome.until, "available", linked.capacity, other)];
}

function decided(story: Story, conversation: ConversationFacts, now: number, status: AgentFacts["status"], load: number, normally = story.other) {
  const { linked } = story;
  const candidate: AgentFacts = { id: normally.id, isRoutable: true, status: "available", load: 0, capacity: Math.max(1, normally.capacity), lastAssignedAt: now - 900_000 };
  const facts: DecisionFacts = {
    now,
    settings: { version: 1, dedicatedAgentEnabled: true },
    channel: { id: conversation.channelId, isEnabled: true, timeoutSeconds: 300, whenAgentAbsent: "route" },
    conversation,
    dedicatedAgent: linked && { id: linked.id, isRoutable: true, status, load, capacity: linked.capacity, lastAssignedAt: now - 600_000 },
    ...(linked && { dedicatedAgentServesQueue: linked.team !== "Key accounts" }),
    heldForConversationId: null,
    normal: { strategy: "most_room", availableCount: 6, candidates: [candidate] },
  };
  return { facts, outcome: decide(facts) };
}

function fail(): never {
  throw new Error("the demo's lists must not be empty");
}
