import { exampleSnapshot } from "./example-facts";
import type { Decision, Snapshot } from "./model";
import { plan } from "./plan";

export function planned(change: Partial<Snapshot>): Decision[] {
  return plan(exampleSnapshot(change));
}

/** In the order of the decisions: `c1 → ana dedicated_freed`, `c2 waiting dedicated_at_capacity`; `→?` where it is offered. */
export function lines(decisions: readonly Decision[]): string[] {
  return decisions.map(({ conversationId, outcome }) => {
    switch (outcome.kind) {
      case "assigned":
        return `${conversationId} → ${outcome.agentId} ${outcome.normalRouting ?? outcome.reason}`;
      case "offered":
        return `${conversationId} →? ${outcome.agentId} ${outcome.normalRouting ?? outcome.reason}`;
      case "waiting":
      case "in_line":
        return `${conversationId} ${outcome.kind} ${outcome.reason}`;
    }
  });
}
