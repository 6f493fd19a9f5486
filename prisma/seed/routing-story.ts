import { decide } from "@/lib/routing/decide";
import type { AgentFacts, DecisionFacts, Outcome } from "@/lib/routing/model";
import { after, secondMs } from "./ids";
import type { DemoAgent, DemoChannel, DemoOrganization, DemoQueue } from "./organization";
import type { Random } from "./random";

/** How the dedicated agent stood when a conversation came in. */
export type DedicatedStanding = "had_room" | "got_room_in_time" | "stayed_full" | "unavailable" | "offline";

export interface Intake {
  readonly conversationId: string;
  readonly enteredAt: Date;
  readonly queue: DemoQueue;
  readonly channel: DemoChannel;
  readonly dedicatedAgent: DemoAgent | null;
  readonly standing: DedicatedStanding;
  /** Whom normal routing finds with the most room. */
  readonly roomiest: DemoAgent;
}

export interface StoryDecision {
  readonly facts: DecisionFacts;
  readonly outcome: Outcome;
}

/**
 * What the router would have decided for a conversation of the past, by the same decide() and from the facts that the
 * log keeps: one decision, or a wait and its end.
 */
export function routingStory(organization: DemoOrganization, intake: Intake, random: Random): StoryDecision[] {
  const facts = factsAt(organization, intake, random);
  const first = { facts, outcome: decide(facts) };
  if (first.outcome.kind !== "waiting") return [first];
  const { began, until } = first.outcome;
  const isFreed = intake.standing === "got_room_in_time";
  const now = isFreed ? random.between(began + 5 * secondMs, until - secondMs) : until + 40;
  const later: DecisionFacts = {
    ...facts,
    now,
    conversation: { ...facts.conversation, state: "waiting", waitBeganAt: began, waitUntil: until },
    dedicatedAgent: facts.dedicatedAgent && isFreed ? { ...facts.dedicatedAgent, status: "available", load: facts.dedicatedAgent.capacity - facts.conversation.weight } : facts.dedicatedAgent,
  };
  return [first, { facts: later, outcome: decide(later) }];
}

/** Only the first decision, for one that still waits or stands in line. */
export function firstDecision(organization: DemoOrganization, intake: Intake, random: Random, change: Partial<DecisionFacts>): StoryDecision {
  const facts = { ...factsAt(organization, intake, random), ...change };
  return { facts, outcome: decide(facts) };
}

function factsAt(organization: DemoOrganization, intake: Intake, random: Random): DecisionFacts {
  const { conversationId, enteredAt, queue, channel, dedicatedAgent, standing, roomiest } = intake;
  const now = after(enteredAt, random.between(8, 60)).getTime();
  const serving = organization.agents.filter((agent) => agent.queues.includes(queue.name) && agent.id !== roomiest.id && agent.id !== dedicatedAgent?.id);
  const others = random.some(serving, 2).map((agent) => standingOf(agent, { now, load: agent.capacity - queue.weight, random }));
  return {
    now,
    settings: { version: 2, dedicatedAgentEnabled: true },
    channel: { id: channel.id, isEnabled: true, timeoutSeconds: channel.timeoutSeconds, whenAgentAbsent: channel.whenAgentAbsent },
    conversation: {
      id: conversationId,
      state: "pending",
      channelId: channel.id,
      queueId: queue.id,
      weight: queue.weight,
      priority: queue.priority,
      enteredAt: enteredAt.getTime(),
      dedicatedAgentId: dedicatedAgent?.id ?? null,
      waitBeganAt: null,
      waitUntil: null,
      passedOverSince: null,
      normalReason: null,
    },
    dedicatedAgent: dedicatedAgent && dedicatedFacts(dedicatedAgent, { now, standing, random, weight: queue.weight }),
    ...(dedicatedAgent && { dedicatedAgentServesQueue: dedicatedAgent.queues.includes(queue.name) }),
    heldForConversationId: null,
    normal: {
      strategy: "most_room",
      availableCount: others.length + 1,
      candidates: [standingOf(roomiest, { now, load: random.between(0, Math.max(0, roomiest.capacity - queue.weight - 1)), random }), ...others],
    },
  };
}

function dedicatedFacts(agent: DemoAgent, { now, standing, random, weight }: { now: number; standing: DedicatedStanding; random: Random; weight: number }): AgentFacts {
  switch (standing) {
    case "had_room":
      return standingOf(agent, { now, load: random.between(0, agent.capacity - weight), random });
    case "got_room_in_time":
    case "stayed_full":
      return { ...standingOf(agent, { now, load: agent.capacity, random }), status: random.isTrue(0.3) ? "busy" : "available" };
    case "unavailable":
    case "offline":
      return { ...standingOf(agent, { now, load: 0, random }), status: standing };
  }
}

function standingOf(agent: DemoAgent, { now, load, random }: { now: number; load: number; random: Random }): AgentFacts {
  return { id: agent.id, isRoutable: true, status: "available", load, capacity: agent.capacity, lastAssignedAt: now - random.between(30, 4000) * secondMs };
}
