/**
 * The words of routing as types. Instants are epoch milliseconds (`…At`, `…Since`, `until`, `now`), durations carry
 * their unit in the name. Nothing here is mutated by `plan` or `decide`.
 */

import type { NormalRoutingCode, ReasonCode } from "./reasons";

export type AgentStatus = "available" | "busy" | "unavailable" | "offline";
export type QueueStrategy = "most_room" | "longest_idle";
/** What a conversation does when its dedicated agent is unavailable or offline. */
export type WhenAgentAbsent = "route" | "wait";

export interface SettingsFacts {
  /** The settings version a decision was made under. */
  readonly version: number;
  readonly dedicatedAgentEnabled: boolean;
}

export interface ChannelFacts {
  readonly id: string;
  readonly isEnabled: boolean;
  /** 5 to 3600. */
  readonly timeoutSeconds: number;
  readonly whenAgentAbsent: WhenAgentAbsent;
}

export interface QueueFacts {
  readonly id: string;
  readonly strategy: QueueStrategy;
}

export interface AgentFacts {
  readonly id: string;
  /** Active, and their permission set lets them be routed conversations. */
  readonly isRoutable: boolean;
  readonly status: AgentStatus;
  /** Sum of the weights of their open conversations. */
  readonly load: number;
  readonly capacity: number;
  /** Null: never assigned anything. */
  readonly lastAssignedAt: number | null;
}

export interface RoutableAgent extends AgentFacts {
  /** Queues served by the routing-enabled teams they are in. */
  readonly queueIds: readonly string[];
}

/** A conversation that needs routing: open, without an assignee. */
export interface ConversationFacts {
  readonly id: string;
  /** `pending`: to be decided afresh. `waiting`: for its dedicated agent. `in_line`: in its queue. */
  readonly state: "pending" | "waiting" | "in_line";
  readonly channelId: string;
  readonly queueId: string;
  readonly weight: number;
  /** 1 to 100, 1 first. */
  readonly priority: number;
  /** First entry in this cycle: the place in line. */
  readonly enteredAt: number;
  readonly dedicatedAgentId: string | null;
  /** Start of the first wait of this cycle, kept when the link changes. */
  readonly waitBeganAt: number | null;
  /** End of that wait; kept when the timeout is edited or the link changes. */
  readonly waitUntil: number | null;
  readonly passedOverSince: number | null;
  /** Somebody pressed Route now: the dedicated check is over for this cycle. */
  readonly isRoutedNow: boolean;
  /** Why it went to normal routing, once it has. */
  readonly normalReason: ReasonCode | null;
}

/** What one pass looks at: the frontier, never the backlog. Conversations and agents come in no particular order. */
export interface Snapshot {
  readonly now: number;
  readonly settings: SettingsFacts;
  readonly channels: readonly ChannelFacts[];
  readonly queues: readonly QueueFacts[];
  /** Every agent that a conversation here names, and those whom normal routing could give one. */
  readonly agents: readonly RoutableAgent[];
  readonly conversations: readonly ConversationFacts[];
}

/** All that `decide` looks at for one conversation, at its turn in the pass; stored with the decision. */
export interface DecisionFacts {
  readonly now: number;
  readonly settings: SettingsFacts;
  readonly channel: ChannelFacts;
  readonly conversation: ConversationFacts;
  /** As they stood at this conversation's turn; null when none is linked (or the linked user is gone). */
  readonly dedicatedAgent: AgentFacts | null;
  /** Whether they serve the conversation's queue, which they need not (edge 3); absent when `dedicatedAgent` is null. */
  readonly dedicatedAgentServesQueue?: boolean;
  /** The conversation that holds the dedicated agent's room after being passed over for 60 s (edge 8), if another. */
  readonly heldForConversationId: string | null;
  readonly normal: NormalFacts;
}

export interface NormalFacts {
  readonly strategy: QueueStrategy;
  /** Agents who are available and serve the queue, with or without room. */
  readonly availableCount: number;
  /** Those of them who have room for this weight: the best three by the strategy, and the dedicated agent if among them. */
  readonly candidates: readonly AgentFacts[];
}

export type Outcome =
  | { readonly kind: "assigned"; readonly agentId: string; readonly reason: ReasonCode; readonly normalRouting: NormalRoutingCode | null }
  | { readonly kind: "waiting"; readonly agentId: string; readonly began: number; readonly until: number; readonly reason: ReasonCode }
  | { readonly kind: "in_line"; readonly reason: ReasonCode; readonly normalRouting: NormalRoutingCode };

export interface Decision {
  readonly conversationId: string;
  readonly outcome: Outcome;
  readonly facts: DecisionFacts;
  /** Conversations waiting for the same agent that did not fit and were taken over from this decision on (edge 8). */
  readonly passesOver: readonly string[];
}
