import type { ChannelFacts, ConversationFacts } from "./model";

/** How long one that does not fit may be passed over before it holds its agent's room (the routing contract, §2 edge 8). */
export const heldAfterMs = 60_000;

/** When a wait began and when it ends, both epoch ms. */
export interface Wait {
  readonly began: number;
  readonly until: number;
}

/** An instant that has come has passed: `now >= until` (the routing contract, §2 edge 6). */
export function hasPassed(until: number, now: number): boolean {
  return now >= until;
}

/**
 * The one wait of this cycle. A wait that has begun keeps its start and its end, whatever became of the link or the
 * timeout since (the routing contract, §2 edge 4); only a first wait is counted from `now` with the channel's timeout.
 */
export function waitOf(conversation: ConversationFacts, channel: ChannelFacts, now: number): Wait {
  const began = conversation.waitBeganAt ?? now;
  return { began, until: conversation.waitUntil ?? began + channel.timeoutSeconds * 1000 };
}

/** Whether the overflow teams of its queue may take it too (the routing contract, §3 "overflow"). */
export function isDueToOverflow(conversation: ConversationFacts, now: number): boolean {
  return conversation.overflowAt !== undefined && hasPassed(conversation.overflowAt, now);
}

/** Whether it has been passed over so long that its agent's room is now held for it. */
export function isDueToHold(conversation: ConversationFacts, now: number): boolean {
  return conversation.passedOverSince !== null && hasPassed(conversation.passedOverSince + heldAfterMs, now);
}
