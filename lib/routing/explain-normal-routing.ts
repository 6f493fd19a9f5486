import { durationInWords } from "./duration-in-words";
import { loadInBrackets } from "./explain-reason";
import type { CandidateFacts, DecisionFacts, Outcome } from "./model";
import type { NameOf } from "./name-of";
import type { NormalRoutingCode } from "./reasons";

type InLine = Extract<Outcome, { kind: "in_line" }>;

/** Why it stands in line, and what its queue's overflow does about it. */
export function explainInLine(outcome: InLine, facts: DecisionFacts, nameOf: NameOf): string {
  return `${overflowBegins(outcome, facts)}${explainNormalRouting(outcome.normalRouting, null, facts, nameOf)}${overflowToCome(outcome, facts)}`;
}

/** How normal routing ended. `agentId`: who got it; null when it stands in line. */
export function explainNormalRouting(code: NormalRoutingCode, agentId: string | null, facts: DecisionFacts, nameOf: NameOf): string {
  const { normal, now } = facts;
  const agent = normal.candidates.find((candidate) => candidate.id === agentId) ?? null;
  const given = `${verbOf(facts)} to ${agentId === null ? "nobody" : nameOf(agentId)}`;
  const amongAll = normal.isOverflow ? ", overflow teams included" : "";
  const queue = normal.isOverflow ? `this queue${amongAll},` : "this queue";
  switch (code) {
    case "most_room":
      return `${given}, who had the most room${loadInBrackets(agent)}${amongAll}.`;
    case "longest_idle":
      return `${given}, who had gone longest without a new conversation${lastAssigned(agent, now)}${amongAll}.`;
    case "dedicated_preferred":
      return `${given}, the dedicated agent, who had room${loadInBrackets(agent)}.`;
    case "no_agent_available":
      return `Nobody who serves ${queue} is available: in line.`;
    case "all_at_capacity":
      return `${nobodyHasRoom(facts, queue)}: in line.`;
    case "all_declined":
      return `Everybody available who serves ${queue} has let it go: in line.`;
  }
}

function verbOf({ now, settings, conversation }: DecisionFacts): string {
  const isOffered = settings.acceptTimeoutSeconds !== undefined;
  if (conversation.state !== "in_line") return isOffered ? "Offered" : "Assigned";
  return capitalized(`${durationInWords(now - conversation.enteredAt)} after it came in, ${isOffered ? "offered" : "assigned"}`);
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function nobodyHasRoom({ normal, conversation }: DecisionFacts, queue: string): string {
  const { availableCount, refusedCount = 0 } = normal;
  const needs = conversation.weight === 1 ? "" : ` for this conversation, which takes ${conversation.weight}`;
  const other = refusedCount > 0 ? "other " : "";
  return availableCount === 1
    ? `The one ${other}available agent who serves ${queue} has no room${needs}`
    : `None of the ${availableCount} ${other}available agents who serve ${queue} has room${needs}`;
}

function lastAssigned(agent: CandidateFacts | null, now: number): string {
  if (agent === null) return "";
  return agent.lastAssignedAt === null ? " (none yet)" : ` (${durationInWords(now - agent.lastAssignedAt)})`;
}

function overflowBegins({ isOverflowed }: InLine, { conversation }: DecisionFacts): string {
  return isOverflowed && !conversation.isOverflowed ? "From now on its overflow teams may take it too. " : "";
}

function overflowToCome({ isOverflowed, overflowAt }: InLine, { now }: DecisionFacts): string {
  if (isOverflowed || overflowAt === undefined) return "";
  return ` In ${durationInWords(overflowAt - now)} its overflow teams may take it too.`;
}
