/**
 * The words of routing as types. Instants are epoch milliseconds (`…At`, `…Since`, `until`, `now`), durations carry
 * their unit in the name. Nothing here is mutated by `plan` or `decide`.
 */

import type { NormalRoutingCode, ReasonCode } from "./reasons";

export type AgentStatus = "available" | "busy" | "unavailable" | "offline";
export type QueueStrategy = "most_room" | "longest_idle";
/** What a conversation does when its dedicated agent is unavailable or offline. */
export type WhenAgentAbsent = "route" | "wait";
/** Why a conversation has no dedicated check in this cycle: Route now, or a transfer to its queue (edge 18). */
export type DedicatedSkip = "routed_now" | "transferred";

export interface SettingsFacts {
  /** The settings version a decision was made under. */
  readonly version: number;
  readonly dedicatedAgentEnabled: boolean;
  /** With *agents accept*: how long an offer stands. Absent: the router assigns by itself. */
  readonly acceptTimeoutSeconds?: number;
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
  /** After so long in line the overflow teams may take it too. Absent: never. */
  readonly overflowAfterSeconds?: number;
}

/** What tells one agent who could take a conversation from another. */
export interface CandidateFacts {
  readonly id: string;
  /** Sum of the weights of their open conversations and of what they are offered. */
  readonly load: number;
  readonly capacity: number;
  /** Null: never assigned anything. */
  readonly lastAssignedAt: number | null;
}

export interface AgentFacts extends CandidateFacts {
  /** Active, and their permission set lets them be routed conversations. */
  readonly isRoutable: boolean;
  readonly status: AgentStatus;
  /** Name of the organization's own status of that type they chose. Absent: the plain one. */
  readonly customStatus?: string;
}

export interface RoutableAgent extends AgentFacts {
  /** Queues served by the routing-enabled teams they are in. */
  readonly queueIds: readonly string[];
  /** Queues those teams serve only once a conversation has stood in line for the overflow time. Absent: none. */
  readonly overflowQueueIds?: readonly string[];
  /** Since when they have had this status. Absent: since ever. */
  readonly statusSince?: number;
}

/** Somebody declined the conversation, or let the offer lapse. */
export interface Refusal {
  readonly agentId: string;
  readonly at: number;
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
  /** Absent: the dedicated check is made. */
  readonly dedicatedSkip?: DedicatedSkip;
  /** Why it went to normal routing, once it has. */
  readonly normalReason: ReasonCode | null;
  /** In this cycle. Absent: none. */
  readonly refusals?: readonly Refusal[];
  /** When the overflow teams may take it too, counted from when it first stood in line. Absent: it has not, or there are none. */
  readonly overflowAt?: number;
  /** A decision has said that they may. */
  readonly isOverflowed?: true;
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
  /** Agents who are available, serve the queue and have not refused, with or without room. */
  readonly availableCount: number;
  /** Those left out of that count because they refused this conversation. Absent: none. */
  readonly refusedCount?: number;
  /** The overflow teams are among them. Absent: they are not. */
  readonly isOverflow?: true;
  /** The queue's overflow time. Absent: it has none. */
  readonly overflowAfterSeconds?: number;
  /** Those of them who have room for this weight: the best three by the strategy, and the dedicated agent if among them. */
  readonly candidates: readonly CandidateFacts[];
}

export type Outcome =
  | { readonly kind: "assigned"; readonly agentId: string; readonly reason: ReasonCode; readonly normalRouting: NormalRoutingCode | null }
  | {
      readonly kind: "offered";
      readonly agentId: string;
      readonly until: number;
      readonly reason: ReasonCode;
      readonly normalRouting: NormalRoutingCode | null;
    }
  | { readonly kind: "waiting"; readonly agentId: string; readonly began: number; readonly until: number; readonly reason: ReasonCode }
  | {
      readonly kind: "in_line";
      readonly reason: ReasonCode;
      readonly normalRouting: NormalRoutingCode;
      /** Absent: its queue has no overflow. */
      readonly overflowAt?: number;
      readonly isOverflowed?: true;
    };

/** Outcomes that take an agent's room: an offer holds the weight as an assignment does. */
export type Given = Extract<Outcome, { kind: "assigned" | "offered" }>;

/** Whether it takes an agent's room. */
export function isGiven(outcome: Outcome): outcome is Given {
  return outcome.kind === "assigned" || outcome.kind === "offered";
}

export interface Decision {
  readonly conversationId: string;
  readonly outcome: Outcome;
  readonly facts: DecisionFacts;
  /** Conversations waiting for the same agent that did not fit and were taken over from this decision on (edge 8). */
  readonly passesOver: readonly string[];
}
