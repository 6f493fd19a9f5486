import { hasRoom, roomOf } from "./capacity";
import { isPastDedicatedCheck } from "./dedicated-agent";
import { durationInWords } from "./duration-in-words";
import { isGiven, type AgentFacts, type CandidateFacts, type DecisionFacts, type Outcome } from "./model";
import type { NameOf } from "./name-of";

/**
 * What became of the dedicated check, ending in a full stop. In the present where it still holds (it waits, or stands
 * in line from now on), in the past where it is over. Of a check that an earlier decision made only the reason is
 * known: the agent of these facts is as they are now.
 */
export function explainReason(outcome: Outcome, facts: DecisionFacts, nameOf: NameOf): string {
  const { conversation, dedicatedAgent } = facts;
  const { dedicatedAgentId } = conversation;
  const name = dedicatedAgentId === null ? "the former dedicated agent" : nameOf(dedicatedAgentId);
  const agent = dedicatedAgentId === null ? name : `${name} (dedicated agent)`;
  const isPast = isPastDedicatedCheck(conversation);
  const isOver = isGiven(outcome) || isPast;
  const is = isOver ? "was" : "is";
  const endedWait = explainEndedWait(facts, agent);
  switch (outcome.reason) {
    case "no_dedicated_agent":
      // One that had waited was linked to somebody.
      return endedWait === "" ? "No dedicated agent." : `${endedWait}The link was removed.`;
    case "feature_off":
      return `${endedWait}Dedicated agents ${isOver ? "were" : "are"} switched off.`;
    case "channel_off":
      return `${endedWait}This channel ${is} switched off.`;
    case "routed_now":
      return `${endedWait}Routed now by hand.`;
    case "transferred":
      return `${endedWait}Transferred to this queue.`;
    case "dedicated_inactive":
      return `${endedWait}${agent} ${isOver ? "could not" : "cannot"} be given conversations.`;
    case "dedicated_never_fits":
      if (isPast) return `${agent} could never have had room: it takes ${conversation.weight}.`;
      return `${endedWait}${agent} can never have room: it takes ${conversation.weight}${ofCapacity(dedicatedAgent)}.`;
    case "dedicated_unavailable":
      return `${endedWait}${agent} ${is} unavailable${isPast ? "" : chosen(dedicatedAgent)}.`;
    case "dedicated_offline":
      return `${endedWait}${agent} ${is} offline${isPast ? "" : chosen(dedicatedAgent)}.`;
    case "dedicated_left":
      if (isPast) return `${agent} left while it waited for them.`;
      return `Waited${spaced(waitedInWords(facts))} for ${agent}, who then ${left(dedicatedAgent)}${chosen(dedicatedAgent)}.`;
    case "dedicated_timed_out":
      if (conversation.state === "pending" && !isPast) return `${endedWait}${agent} had no room: the time was up.`;
      return `Waited${spaced(waitedInWords(facts))} for ${agent}, until the time was up.`;
    case "dedicated_declined":
      return `${agent} ${isPast ? "had let it go before" : "has let it go"}.`;
    case "dedicated_at_capacity":
      return `${endedWait}${explainNoRoom(agent, is, facts)}.`;
    case "dedicated_available":
      return `${endedWait}${agent} had room${loadInBrackets(dedicatedAgent)}${givenTo(name, outcome)}.`;
    case "dedicated_freed":
      return (
        `${agent} ${hadNoRoom(facts)}. ` +
        `Waited${spaced(waitedInWords(facts))}, then ${name} had room${givenTo(name, outcome)}.`
      );
  }
}

export function loadInBrackets(agent: CandidateFacts | null): string {
  return agent === null ? "" : ` (${agent.load} of ${agent.capacity})`;
}

/** A wait that this decision ends or carries over; the reasons that are about the wait itself say it in their own way. */
function explainEndedWait(facts: DecisionFacts, agent: string): string {
  const { conversation } = facts;
  if (conversation.waitBeganAt === null || isPastDedicatedCheck(conversation)) return "";
  if (conversation.state === "pending") return `Had waited ${durationInWords(facts.now - conversation.waitBeganAt)} already. `;
  return `Waited${spaced(waitedInWords(facts))} for ${agent}. `;
}

/** Empty when the facts no longer tell. Afterwards only a wait to its very end is known. */
function waitedInWords({ conversation, now }: DecisionFacts): string {
  const { waitBeganAt, waitUntil } = conversation;
  const ended = isPastDedicatedCheck(conversation) ? waitUntil : now;
  return waitBeganAt === null || ended === null ? "" : durationInWords(ended - waitBeganAt);
}

function explainNoRoom(agent: string, is: string, facts: DecisionFacts): string {
  const { dedicatedAgent, conversation } = facts;
  if (dedicatedAgent === null) return `${agent} ${is} at capacity`;
  const { load, capacity, status } = dedicatedAgent;
  if (status === "busy") return `${agent} ${is} busy${chosen(dedicatedAgent)}`;
  // Room that there is and that it didn't get is held (edge 8).
  if (hasRoom(dedicatedAgent, conversation.weight)) {
    return `The room of ${agent} ${is} held for a larger conversation that was passed over`;
  }
  if (roomOf(dedicatedAgent) === 0) return `${agent} ${is} at capacity, ${load} of ${capacity}`;
  return `${agent} ${is} at ${load} of ${capacity}, and it takes ${conversation.weight}`;
}

/**
 * The facts are those at the end of the wait. The one place there is it takes: before, there was none, and the agent
 * stood at capacity. More room tells that they were busy, away, or that more than one place came free.
 */
function hadNoRoom({ dedicatedAgent, channel }: DecisionFacts): string {
  if (dedicatedAgent === null) return "had no room";
  if (channel.whenAgentAbsent === "wait") return "was away or had no room";
  const { capacity } = dedicatedAgent;
  return roomOf(dedicatedAgent) === 1 ? `was at capacity, ${capacity} of ${capacity}` : "had no room";
}

function left(agent: AgentFacts | null): string {
  return agent?.status === "unavailable" ? "became unavailable" : "went offline";
}

/** The organization's own name of their status, if they chose one. */
function chosen(agent: AgentFacts | null): string {
  return agent?.customStatus === undefined ? "" : ` (${agent.customStatus})`;
}

function ofCapacity(agent: AgentFacts | null): string {
  return agent === null ? "" : ` of a capacity of ${agent.capacity}`;
}

function givenTo(name: string, outcome: Outcome): string {
  return `: ${outcome.kind === "offered" ? "offered" : "assigned"} to ${name}`;
}

function spaced(words: string): string {
  return words === "" ? "" : ` ${words}`;
}
