import { durationInWords } from "./duration-in-words";
import { explainHand } from "./explain-hand";
import { explainReason, loadInBrackets } from "./explain-reason";
import type { LogEntry } from "./log-entry";
import type { AgentFacts, DecisionFacts, Outcome } from "./model";
import type { NameOf } from "./name-of";
import type { NormalRoutingCode } from "./reasons";

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
      return `${explainNormalRouting(outcome.normalRouting, null, facts, nameOf)}${explainOverflow(outcome, facts)}`;
    case "offered": {
      const { agentId, normalRouting } = outcome;
      const upTo = `The offer stands for ${durationInWords(outcome.until - facts.now)}.`;
      const to = normalRouting === null ? explainOtherQueue(agentId, facts, nameOf) : explainNormalRouting(normalRouting, agentId, facts, nameOf);
      return `${to} ${upTo}`.trim();
    }
    case "assigned": {
      const { agentId, normalRouting } = outcome;
      // The reason's sentence has already said who got it.
      if (normalRouting === null) return explainOtherQueue(agentId, facts, nameOf);
      return explainNormalRouting(normalRouting, agentId, facts, nameOf);
    }
  }
}

/** A dedicated agent need not serve the queue; it is said, because nobody else who doesn't could get it (§2 edge 3). */
function explainOtherQueue(agentId: string, facts: DecisionFacts, nameOf: NameOf): string {
  if (facts.dedicatedAgentServesQueue !== false) return "";
  return `${nameOf(agentId)} doesn't serve its queue, which a dedicated agent need not.`;
}

/** `agentId`: who got it; null when it stands in line. */
function explainNormalRouting(
  code: NormalRoutingCode,
  agentId: string | null,
  facts: DecisionFacts,
  nameOf: NameOf,
): string {
  const name = agentId === null ? "nobody" : nameOf(agentId);
  const agent = facts.normal.candidates.find((candidate) => candidate.id === agentId) ?? null;
  const { conversation } = facts;
  const stoodInLine = conversation.state === "in_line";
  const sinceEntry = durationInWords(facts.now - conversation.enteredAt);
  const verb = facts.settings.acceptTimeoutSeconds === undefined ? "assigned" : "offered";
  const assigned = stoodInLine ? `${sinceEntry} after it came in, ${verb} to ${name}` : `${capitalized(verb)} to ${name}`;
  switch (code) {
    case "most_room":
      return `${assigned}, who had the most room${loadInBrackets(agent)}.`;
    case "longest_idle":
      return `${assigned}, who had gone longest without a new conversation${lastAssigned(agent, facts.now)}.`;
    case "dedicated_preferred":
      return `${assigned}, the dedicated agent, who had room${loadInBrackets(agent)}.`;
    case "no_agent_available":
      return "Nobody who serves this queue is available: in line.";
    case "all_at_capacity":
      return `${nobodyHasRoom(facts)}: in line.`;
    case "all_declined":
      return "Everybody available who serves this queue has declined it or passed it on: in line.";
  }
}

function explainOverflow({ isOverflowed, overflowAt }: Extract<Outcome, { kind: "in_line" }>, { now }: DecisionFacts): string {
  if (isOverflowed) return " From now on its overflow teams may take it too.";
  return overflowAt === undefined ? "" : ` In ${durationInWords(overflowAt - now)} its overflow teams may take it too.`;
}

function capitalized(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function nobodyHasRoom({ normal, conversation }: DecisionFacts): string {
  const needs = conversation.weight === 1 ? "" : ` for this conversation, which takes ${conversation.weight}`;
  return normal.availableCount === 1
    ? `The one available agent who serves this queue has no room${needs}`
    : `None of the ${normal.availableCount} available agents who serve this queue has room${needs}`;
}

function lastAssigned(agent: AgentFacts | null, now: number): string {
  if (agent === null) return "";
  return agent.lastAssignedAt === null ? " (none yet)" : ` (${durationInWords(now - agent.lastAssignedAt)})`;
}
