/** Something that happens, drawn at random: `a` to `d` choose what it happens to and how. */
export interface RandomFact {
  readonly kind: (typeof factKinds)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** How often each is drawn is told by how often it is named: enough quiet for waits to grow old. */
export const factKinds = [
  "arrive", "arrive", "arrive", "arrive", "arrive", "arrive", "done", "done", "done", "done", "time", "time", "time",
  "snooze", "snooze", "wake", "wake", "status", "status", "link", "link", "assign", "to_deadline", "to_deadline",
  "accept", "accept", "decline", "decline", "transfer", "requeue", "accepting", "overflow_after", "overflow_queues",
  "feature", "timeout", "absent", "channel", "capacity", "routable", "queues", "route_now",
] as const;
