import type { DecisionFacts } from "../routing/model";
import type { HandFacts } from "../routing/log-entry";
import type { Told } from "./deed";
import type { Observed, ObservedConversation, ObservedEntry } from "./observe";

/** What is remembered of a conversation from round to round. */
export interface Remembered {
  readonly revision: number;
  /** The wait of its cycle; null: it has had none. */
  readonly wait: { readonly began: number; readonly until: number } | null;
}

/** One organization after one round, once the router has caught up: what every check looks at. */
export interface RoundSeen {
  readonly observed: Observed;
  /** At the end of the round before, with the clock's move since; null: it is the first. */
  readonly previous: Observed | null;
  readonly remembered: ReadonlyMap<string, Remembered>;
  /** What was told in this round, answered or not. */
  readonly told: readonly Told[];
  /** New log entries of each conversation, oldest first. */
  readonly entriesOf: ReadonlyMap<string, readonly ObservedEntry[]>;
  /** Whether facts overtook a decision in the round, or may have: who lost their turn so may be behind others. */
  readonly isOvertaken: boolean;
  /** Agents who were above their capacity before. */
  readonly overBefore: ReadonlySet<string>;
}

/** Whether somebody changed what every decision rests on, or may have. */
export function changesStructure({ told }: Pick<RoundSeen, "told">): boolean {
  return told.some(({ deed }) => structural.has(deed.kind));
}

const structural: ReadonlySet<string> = new Set([
  "settings", "queue", "team_queues", "team", "channel", "custom_statuses", "active", "permission", "member", "own_capacity",
]);

export function byConversation(entries: readonly ObservedEntry[]): ReadonlyMap<string, readonly ObservedEntry[]> {
  const all = new Map<string, ObservedEntry[]>();
  for (const entry of entries) all.set(entry.conversation_id, [...(all.get(entry.conversation_id) ?? []), entry]);
  return all;
}

export interface RouterEntry extends ObservedEntry {
  readonly facts: DecisionFacts;
}

export function isByRouter(entry: ObservedEntry): entry is RouterEntry {
  return isDecision(entry.facts);
}

function isDecision(facts: DecisionFacts | HandFacts): facts is DecisionFacts {
  return "conversation" in facts;
}

/** A row in a sentence. */
export function tell(row: ObservedConversation | ObservedEntry): string {
  return JSON.stringify(row);
}

/** A log entry as a line, with what the decision knew. */
export function inShort(entry: ObservedEntry): string {
  const { at, conversation_id, outcome, reason, normal_routing, agent_id } = entry;
  const words = [at.toISOString().slice(11, 23), conversation_id, outcome, reason, normal_routing ?? "", agent_id ?? ""];
  if (!isByRouter(entry)) return [...words, JSON.stringify(entry.facts)].join(" ");
  const { conversation, dedicatedAgent, heldForConversationId, normal } = entry.facts;
  return [...words, JSON.stringify({ conversation, dedicatedAgent, heldForConversationId, normal })].join(" ");
}
