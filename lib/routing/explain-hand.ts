import { durationInWords } from "./duration-in-words";
import type { HandFacts, LogEntry } from "./log-entry";
import type { NameOf } from "./name-of";

/** Says what was done outside the router, and by whom. */
export function explainHand(entry: Extract<LogEntry, { by: "hand" }>, nameOf: NameOf): string {
  const { code, agentId, facts } = entry;
  const actor = nameOfActor(facts);
  const agent = agentId === null ? null : nameOf(agentId);
  const previous = facts.previousAgentId === null ? null : nameOf(facts.previousAgentId);
  switch (code) {
    case "assigned_by_hand":
      return `${actor} assigned it to ${agent ?? "nobody"}${previous === null ? "" : `, from ${previous}`}${overCapacity(facts)}.`;
    case "unassigned_by_hand":
      return `${actor} took it off ${previous ?? "its assignee"}.`;
    case "route_now_pressed":
      return `${actor} pressed Route now.`;
    case "link_changed":
      return `${actor} ${explainLink(agent, previous)}.`;
    case "opened_by_agent":
      return `${actor} opened it${agent === null ? "" : `: assigned to ${agent}`}${overCapacity(facts)}.`;
    case "snoozed":
      return `${actor} snoozed it${facts.snoozedUntil === null ? "" : ` for ${durationInWords(facts.snoozedUntil - facts.now)}`}.`;
    case "woke":
      return facts.actor.kind === "clock" ? `The snooze ended${staysWith(agent)}.` : `${actor} ended its snooze${staysWith(agent)}.`;
    case "done":
      return `${actor} marked it done.`;
    case "reopened":
      return `${actor} reopened it${staysWith(agent)}${overCapacity(facts)}.`;
    case "moved":
      return `${actor} moved it${explainTimelines(facts)}${staysWith(agent)}.`;
    case "merged":
      return `${actor} merged the customers${explainTimelines(facts)}.`;
    case "transferred_to_queue":
      return `${actor} transferred it to ${theQueue(facts, "another queue")}${previous === null ? "" : `, from ${previous}`}.`;
    case "queue_deleted":
      return `${actor} deleted its queue${facts.fromQueueName === undefined ? "" : ` ${facts.fromQueueName}`}: it is in ${theQueue(facts, "another queue")}${staysWith(agent)}.`;
    case "queued_by_rule":
      if (facts.ruleName === undefined) return `No queue rule matched: it is in ${theQueue(facts, "the default queue")}.`;
      return `The queue rule ${facts.ruleName} put it in ${theQueue(facts, "its queue")}.`;
    case "offer_accepted":
      return `${agent ?? actor} accepted it${overCapacity(facts)}.`;
    case "offer_declined":
      return `${previous ?? actor} declined it.`;
    case "offer_lapsed":
      return `${previous ?? "The agent"} did not accept it in time and was set to Unavailable.`;
    case "offer_withdrawn":
      return `${previous ?? "The agent"} was no longer available: the offer was withdrawn.`;
    case "requeued_offline":
      return `${previous ?? "The agent"} went offline: it is routed again.`;
    case "requeued_deactivated":
      return `${previous ?? "The agent"} was deactivated: it is routed again.`;
  }
}

function nameOfActor({ actor }: HandFacts): string {
  switch (actor.kind) {
    case "user":
      return actor.name ?? "Somebody";
    case "api_key":
      return actor.name === null ? "An API key" : `The API key ${actor.name}`;
    case "customer":
      return actor.name ?? "The customer";
    case "clock":
      return "The clock";
  }
}

function explainLink(agent: string | null, previous: string | null): string {
  if (agent !== null) return `made ${agent} the dedicated agent${previous === null ? "" : `, instead of ${previous}`}`;
  return previous === null ? "removed the dedicated agent" : `removed ${previous} as the dedicated agent`;
}

/** A hand may exceed a capacity; the router never does (the routing contract, §2 edge 18). */
function overCapacity({ loadAfter, capacity }: HandFacts): string {
  if (loadAfter === null || capacity === null) return "";
  return loadAfter > capacity ? ` (${loadAfter} of ${capacity}, over capacity)` : ` (${loadAfter} of ${capacity})`;
}

function theQueue({ queueName }: HandFacts, unnamed: string): string {
  return queueName === undefined ? unnamed : `the queue ${queueName}`;
}

function staysWith(agent: string | null): string {
  return agent === null ? "" : `; it stays with ${agent}`;
}

function explainTimelines({ fromCustomerName, toCustomerName }: HandFacts): string {
  const from = fromCustomerName === null ? "" : ` from ${fromCustomerName}'s timeline`;
  const to = toCustomerName === null ? " to another timeline" : ` to ${toCustomerName}'s timeline`;
  return `${from}${to}`;
}
