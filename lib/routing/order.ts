import { roomOf } from "./capacity";
import type { CandidateFacts, ConversationFacts, QueueStrategy } from "./model";

/** Negative: `a` comes first. Every order here ends at the id, so that the same facts give the same decision. */
type Order<T> = (a: T, b: T) => number;

/** By code unit: an order that no locale, operating system or ICU version changes. */
export function compareIds(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** For one agent's room: queue priority, longest waiting (one that has not begun counts from `now`), first entry, id. */
export function compareForAgent(now: number): Order<ConversationFacts> {
  return (a, b) =>
    a.priority - b.priority ||
    (a.waitBeganAt ?? now) - (b.waitBeganAt ?? now) ||
    a.enteredAt - b.enteredAt ||
    compareIds(a.id, b.id);
}

/** In normal routing: queue priority, first entry, id (the routing contract, §3). */
export function compareInLine(a: ConversationFacts, b: ConversationFacts): number {
  return a.priority - b.priority || a.enteredAt - b.enteredAt || compareIds(a.id, b.id);
}

/** Longest since their last assignment, never assigned first, then id. */
export function compareIdle(a: CandidateFacts, b: CandidateFacts): number {
  if (a.lastAssignedAt === b.lastAssignedAt) return compareIds(a.id, b.id);
  if (a.lastAssignedAt === null) return -1;
  if (b.lastAssignedAt === null) return 1;
  return a.lastAssignedAt - b.lastAssignedAt;
}

/** Which of several agents with room comes first (the routing contract, §3 "which agent"). */
export const compareAgents = {
  most_room: (a, b) => roomOf(b) - roomOf(a) || compareIdle(a, b),
  longest_idle: compareIdle,
} as const satisfies Record<QueueStrategy, Order<CandidateFacts>>;
