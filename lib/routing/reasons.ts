/** Reason codes of the routing contract, section 2, and the ones it leaves unnamed. */

/** What became of the dedicated check. */
export const reasonCodes = [
  "no_dedicated_agent",
  "feature_off",
  "channel_off",
  "routed_now",
  "transferred",
  "dedicated_inactive",
  "dedicated_never_fits",
  "dedicated_unavailable",
  "dedicated_offline",
  "dedicated_left",
  "dedicated_available",
  "dedicated_at_capacity",
  "dedicated_freed",
  "dedicated_timed_out",
  "dedicated_declined",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** How normal routing ended. */
export const normalRoutingCodes = [
  "most_room",
  "longest_idle",
  "dedicated_preferred",
  "no_agent_available",
  "all_at_capacity",
  "all_declined",
] as const;
export type NormalRoutingCode = (typeof normalRoutingCodes)[number];

/** What people and the clock did outside the router; in the same log, so that "Why here?" is whole. */
export const handCodes = [
  "assigned_by_hand",
  "unassigned_by_hand",
  "route_now_pressed",
  "link_changed",
  "opened_by_agent",
  "snoozed",
  "woke",
  "done",
  "reopened",
  "moved",
  "merged",
  "transferred_to_queue",
  "queue_deleted",
  "queued_by_rule",
  "offer_accepted",
  "offer_declined",
  "offer_lapsed",
  "offer_withdrawn",
  "requeued_offline",
  "requeued_deactivated",
] as const;
export type HandCode = (typeof handCodes)[number];

export type LogCode = ReasonCode | HandCode;
