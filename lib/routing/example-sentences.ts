import { exampleBen, exampleFacts, exampleNow } from "./example-facts";
import { explain } from "./explain";
import type { AgentFacts, ConversationFacts, DecisionFacts, Outcome } from "./model";
import type { NormalRoutingCode, ReasonCode } from "./reasons";

/** What the log says of one decision of the router. */
export interface SentenceCase {
  readonly says: string;
  readonly outcome: Outcome;
  readonly conversation?: ConversationFacts;
  readonly dedicatedAgent?: AgentFacts | null;
  readonly change?: Partial<DecisionFacts>;
}

const names = new Map([["ana", "Ana Lima"], ["ben", "Ben Ode"]]);

export function nameOf(agentId: string): string {
  return names.get(agentId) ?? `Former agent ${agentId}`;
}

/** With three available agents, of whom Ben has room. */
export function sentenceFor({ outcome, conversation, dedicatedAgent, change }: Omit<SentenceCase, "says">): string {
  const facts = exampleFacts({
    normal: { strategy: "most_room", availableCount: 3, candidates: [exampleBen] },
    ...(conversation && { conversation }),
    ...(dedicatedAgent !== undefined && { dedicatedAgent }),
    ...change,
  });
  return explain({ by: "router", at: exampleNow, outcome, facts }, nameOf);
}

export function assignedToAna(reason: ReasonCode): Outcome {
  return { kind: "assigned", agentId: "ana", reason, normalRouting: null };
}

export function assignedToBen(reason: ReasonCode, normalRouting: NormalRoutingCode = "most_room"): Outcome {
  return { kind: "assigned", agentId: "ben", reason, normalRouting };
}

/** For 30 s; of the dedicated check when `normalRouting` is null. */
export function offeredTo(agentId: string, reason: ReasonCode, normalRouting: NormalRoutingCode | null): Outcome {
  return { kind: "offered", agentId, until: exampleNow + 30_000, reason, normalRouting };
}

export function inLine(reason: ReasonCode, normalRouting: NormalRoutingCode = "no_agent_available"): Outcome {
  return { kind: "in_line", reason, normalRouting };
}

export function waitsForAna(reason: ReasonCode, forMs = 300_000): Outcome {
  return { kind: "waiting", agentId: "ana", began: exampleNow, until: exampleNow + forMs, reason };
}
