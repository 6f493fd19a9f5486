import type { AgentFacts, ChannelFacts, ConversationFacts, DecisionFacts, RoutableAgent, Snapshot } from "./model";

/** One plain instance of each noun, to be changed by what a case is about: Ana serves the queue and has room for one. */
export const exampleNow = 1_000_000_000;

export function exampleAgent(change: Partial<RoutableAgent> = {}): RoutableAgent {
  return {
    id: "ana",
    isRoutable: true,
    status: "available",
    load: 4,
    capacity: 5,
    lastAssignedAt: exampleNow - 600_000,
    queueIds: ["support"],
    ...change,
  };
}

export function exampleChannel(change: Partial<ChannelFacts> = {}): ChannelFacts {
  return { id: "chat", isEnabled: true, timeoutSeconds: 300, whenAgentAbsent: "route", ...change };
}

/** Just come in, for a customer whose dedicated agent is Ana. */
export function exampleConversation(change: Partial<ConversationFacts> = {}): ConversationFacts {
  return {
    id: "c1",
    state: "pending",
    channelId: "chat",
    queueId: "support",
    weight: 1,
    priority: 50,
    enteredAt: exampleNow - 1_000,
    dedicatedAgentId: "ana",
    waitBeganAt: null,
    waitUntil: null,
    passedOverSince: null,
    normalReason: null,
    ...change,
  };
}

/** Waiting for Ana for three minutes of five. */
export function exampleWaiting(change: Partial<ConversationFacts> = {}): ConversationFacts {
  return exampleConversation({
    state: "waiting",
    waitBeganAt: exampleNow - 180_000,
    waitUntil: exampleNow + 120_000,
    enteredAt: exampleNow - 180_000,
    ...change,
  });
}

/** In line after its dedicated agent was found offline. */
export function exampleInLine(change: Partial<ConversationFacts> = {}): ConversationFacts {
  return exampleConversation({ state: "in_line", normalReason: "dedicated_offline", ...change });
}

export function exampleSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    now: exampleNow,
    settings: { version: 1, dedicatedAgentEnabled: true },
    channels: [exampleChannel()],
    queues: [{ id: "support", strategy: "most_room" }],
    agents: [],
    conversations: [],
    ...change,
  };
}

/** The facts of one conversation; nobody is a candidate of normal routing unless named. */
export function exampleFacts(change: Partial<DecisionFacts> = {}): DecisionFacts {
  const { queueIds: _, ...ana } = exampleAgent();
  return {
    now: exampleNow,
    settings: { version: 1, dedicatedAgentEnabled: true },
    channel: exampleChannel(),
    conversation: exampleConversation(),
    dedicatedAgent: ana,
    heldForConversationId: null,
    normal: { strategy: "most_room", availableCount: 0, candidates: [] },
    ...change,
  };
}

/** Ben has the most room of those whom normal routing could take. */
export const exampleBen: AgentFacts = {
  id: "ben",
  isRoutable: true,
  status: "available",
  load: 1,
  capacity: 5,
  lastAssignedAt: null,
};
