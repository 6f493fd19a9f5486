import type { DecisionFacts, Outcome } from "./model";
import type { HandCode } from "./reasons";

/** What was done outside the router, with what its sentence needs. */
export interface HandFacts {
  readonly now: number;
  readonly actor: {
    readonly kind: "user" | "api_key" | "customer" | "clock";
    /** As it was then; null for the clock. */
    readonly name: string | null;
  };
  /** Who had it before. */
  readonly previousAgentId: string | null;
  /** The new assignee's load after it and their capacity: a hand may exceed it. */
  readonly loadAfter: number | null;
  readonly capacity: number | null;
  readonly snoozedUntil: number | null;
  /** For `moved`: from whose timeline to whose. */
  readonly fromCustomerName: string | null;
  readonly toCustomerName: string | null;
  /** The queue it was put in, and the rule that did; absent where nothing was. */
  readonly queueName?: string;
  /** For `queue_deleted`: the one it was in. */
  readonly fromQueueName?: string;
  readonly ruleName?: string;
}

/** One entry of the routing log: a decision of the router, or a deed by hand. */
export type LogEntry =
  | { readonly by: "router"; readonly at: number; readonly outcome: Outcome; readonly facts: DecisionFacts }
  | {
      readonly by: "hand";
      readonly at: number;
      readonly code: HandCode;
      /** The conversation's assignee after it, if it has one; for `link_changed` the new dedicated agent. */
      readonly agentId: string | null;
      readonly facts: HandFacts;
    };
