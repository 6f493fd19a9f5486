import { durationInWords } from "./duration-in-words";
import { explainHand } from "./explain-hand";
import { explainInLine, explainNormalRouting } from "./explain-normal-routing";
import { explainReason } from "./explain-reason";
import type { LogEntry } from "./log-entry";
import type { DecisionFacts, Given, Outcome } from "./model";
import type { NameOf } from "./name-of";

/**
 * Says in plain sentences why a conversation is where it is, from the stored facts of one entry alone (the routing
 * contract, §5). Each entry stands for itself; a conversation's entries in order are its "Why here?".
 */
export function explain(entry: LogEntry, nameOf: NameOf): string {
  if (entry.by === "hand") return explainHand(entry, nameOf);
  const { outcome, facts } = entry;
  return `${explainReason(outcome, facts, nameOf)} ${explainOutcome(outcome, facts, nameOf)}`.trim();
}

function explainOutcome(outcome: Outcome, facts: DecisionFacts, nameOf: NameOf): string {
  switch (outcome.kind) {
    case "waiting":
      return `Waits for ${nameOf(outcome.agentId)} up to ${durationInWords(outcome.until - facts.now)}.`;
    case "in_line":
      return explainInLine(outcome, facts, nameOf);
    case "offered":
      return `${explainGiven(outcome, facts, nameOf)} The offer stands for ${durationInWords(outcome.until - facts.now)}.`.trim();
    case "assigned":
      return explainGiven(outcome, facts, nameOf);
  }
}

/** Of the dedicated agent, the reason's sentence has already said that they got it. */
function explainGiven({ agentId, normalRouting }: Given, facts: DecisionFacts, nameOf: NameOf): string {
  return normalRouting === null ? explainOtherQueue(agentId, facts, nameOf) : explainNormalRouting(normalRouting, agentId, facts, nameOf);
}

/** A dedicated agent need not serve the queue; it is said, because nobody else who doesn't could get it (§2 edge 3). */
function explainOtherQueue(agentId: string, facts: DecisionFacts, nameOf: NameOf): string {
  if (facts.dedicatedAgentServesQueue !== false) return "";
  return `${nameOf(agentId)} doesn't serve its queue, which a dedicated agent need not.`;
}
