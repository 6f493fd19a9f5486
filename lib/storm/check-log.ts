import { decide } from "../routing/decide";
import type { Outcome } from "../routing/model";
import type { ObservedConversation, ObservedEntry } from "./observe";
import { isByRouter, tell, type Remembered, type RoundSeen, type RouterEntry } from "./round-seen";

/** Hand codes after which a conversation is decided afresh, with a fresh wait. */
const beginsCycle: ReadonlySet<string> = new Set(["unassigned_by_hand", "woke", "reopened", "transferred_to_queue", "requeued_offline", "requeued_deactivated"]);

/** What it is to be compared with in the next round. */
export interface LogChecked {
  readonly problems: readonly string[];
  readonly remembered: ReadonlyMap<string, Remembered>;
  /** Entries of a hand that stand behind the decision that followed them: the pass read its clock before it saw them. */
  readonly inversions: number;
}

/**
 * The routing log says all that happened, and nothing else (the routing contract, §4.5): each decision is what its facts
 * decide, each revision has its entry, the last entry says where the row is, and one cycle has one wait.
 */
export function checkLog({ observed, entriesOf, remembered: before, told }: RoundSeen): LogChecked {
  const problems: string[] = [];
  const remembered = new Map<string, Remembered>();
  let inversions = 0;
  for (const entry of observed.entries) if (isByRouter(entry)) problems.push(...checkDecision(entry));
  // Settings may end waits, and a queue's overflow time is written into those in line: revisions without an entry.
  const unlogged = told.filter(({ deed }) => deed.kind === "settings" || deed.kind === "channel" || deed.kind === "queue").length;
  for (const row of observed.conversations) {
    const entries = entriesOf.get(row.id) ?? [];
    const known = before.get(row.id) ?? { revision: 0, wait: null };
    const changes = row.revision - known.revision - entries.filter(({ reason }) => reason !== "queued_by_rule").length;
    if (changes < 0 || changes > unlogged) problems.push(`${row.revision - known.revision} revisions and ${entries.length} entries: ${tell(row)} ${entries.map(tell).join(" ")}`);
    const agreement = agrees(row, entries);
    if (agreement === "no") problems.push(`the last entry says something else: ${tell(row)} ${entries.map(tell).join(" ")}`);
    if (agreement === "inverted") inversions += 1;
    const { wait, problem } = checkWait(row, entries, known);
    if (problem) problems.push(`${problem}: ${tell(row)} ${JSON.stringify(known.wait)} ${entries.map(tell).join(" ")}`);
    remembered.set(row.id, { revision: row.revision, wait });
  }
  return { problems, remembered, inversions };
}

function checkDecision(entry: RouterEntry): string[] {
  const outcome = decide(entry.facts);
  const written = { kind: entry.outcome, reason: entry.reason, normalRouting: entry.normal_routing, agentId: entry.agent_id };
  const again = { kind: outcome.kind, reason: outcome.reason, normalRouting: "normalRouting" in outcome ? outcome.normalRouting : null, agentId: "agentId" in outcome ? outcome.agentId : null };
  const isSame = JSON.stringify(written) === JSON.stringify(again) && entry.facts.now === entry.at.getTime();
  return [...(isSame ? [] : [`its facts decide ${JSON.stringify(again)}: ${tell(entry)}`]), ...checkFirstWait(entry, outcome)];
}

/** A first wait is the channel's timeout long, and no other wait is begun. */
function checkFirstWait({ facts, ...entry }: RouterEntry, outcome: Outcome): string[] {
  if (outcome.kind !== "waiting") return [];
  const { waitBeganAt, waitUntil } = facts.conversation;
  const began = waitBeganAt ?? facts.now;
  const until = waitUntil ?? began + facts.channel.timeoutSeconds * 1000;
  return outcome.began === began && outcome.until === until ? [] : [`a wait of another length: ${tell({ ...entry, facts })}`];
}

function agrees(row: ObservedConversation, entries: readonly ObservedEntry[]): "yes" | "inverted" | "no" {
  const last = entries.at(-1);
  if (!last || says(last, row)) return "yes";
  // A pass reads its clock before it reads the conversations: a fact of the milliseconds between is later by the clock.
  const isBehind = entries.some((entry) => isByRouter(entry) && says(entry, row) && last.at.getTime() - entry.at.getTime() < 2_000);
  return isBehind ? "inverted" : "no";
}

function says(entry: ObservedEntry, row: ObservedConversation): boolean {
  if (entry.outcome !== row.routing_state) return false;
  if (!isByRouter(entry)) return entry.reason === "link_changed" || entry.agent_id === row.assignee_id;
  if (entry.outcome === "assigned") return entry.agent_id === row.assignee_id;
  if (entry.outcome === "offered") return entry.agent_id === row.offered_to_id;
  return entry.outcome !== "waiting" || entry.agent_id === row.dedicated_agent_id;
}

function checkWait(row: ObservedConversation, entries: readonly ObservedEntry[], { wait: known }: Remembered) {
  const wait = row.wait_began_at && row.wait_until ? { began: row.wait_began_at.getTime(), until: row.wait_until.getTime() } : null;
  const isFresh = known === null || entries.some(({ reason }) => beginsCycle.has(reason));
  if (wait === null) return { wait: isFresh ? null : known, problem: null };
  const isSame = isFresh || (wait.began === known.began && wait.until === known.until);
  return { wait, problem: isSame ? null : "a second wait in one cycle" };
}
