import { seededRandom } from "../simulation/random";

/** Something that happens to one organization: `a` to `d` choose what it happens to and how. */
export interface RandomFact {
  readonly kind: FactKind;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** What goes on every day. How often each is drawn is told by how often it is named. */
const dailyKinds = [
  "begin", "begin", "begin", "begin", "begin", "begin", "begin", "begin", "message", "message", "message", "message", "reply", "open",
  "finish", "finish", "finish", "finish", "finish", "finish", "finish", "snooze", "snooze", "reopen", "reopen",
  "assign", "assign", "unassign", "transfer", "transfer", "route_now", "link", "link", "link", "move",
  "status", "status", "status", "status", "custom_status", "own_capacity", "accept", "accept", "accept", "accept", "decline", "decline", "seen", "absent",
] as const;

/**
 * What changes what every decision rests on. In rounds of their own, because after each the router looks at the whole
 * organization: what it should have found by its marks must be found without that.
 */
const rareKinds = [
  "settings", "settings", "settings", "queue", "queue", "team_queues", "team", "channel", "custom_statuses", "queue_rules",
  "active", "permission", "member", "merge", "own_capacity_under_lock",
] as const;

export type FactKind = (typeof dailyKinds)[number] | (typeof rareKinds)[number];

const faultKinds = [
  "kill", "kill", "kill", "kill_in_pass", "kill_in_pass", "kill_in_pass", "kill_in_pass", "cut_in_pass", "cut_in_pass", "cut_in_pass",
  "terminate", "terminate", "terminate", "terminate", "cut_listener", "pause", "pause", "pause", "crash_postgres",
] as const;

export interface RandomFault {
  readonly kind: (typeof faultKinds)[number];
  readonly a: number;
  readonly b: number;
  /** How long after the facts of its round were sent. */
  readonly afterMs: number;
}

/** How far the clock goes on before the facts: by so many seconds, or to just before the next deadline. */
export type ClockMove = { readonly seconds: number } | { readonly toDeadline: number };

export interface Round {
  readonly number: number;
  /** Of each organization, all at once. */
  readonly facts: readonly (readonly RandomFact[])[];
  readonly moves: readonly (ClockMove | null)[];
  readonly faults: readonly RandomFault[];
}

export interface RoundOptions {
  readonly organizations: number;
  readonly factsOfEach: number;
  /** How many rounds of a hundred have a fault. */
  readonly faultPercent: number;
}

/** The story that a seed tells: what happens, when something breaks, how time goes on. What comes of it is up to those who race. */
export function* randomRounds(seed: number, { organizations, factsOfEach, faultPercent }: RoundOptions): Generator<Round, never> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(items: readonly T[]): T => items[below(items.length)] ?? fail();
  const fact = (isRare: boolean): RandomFact => ({
    kind: isRare ? one(rareKinds) : one(dailyKinds),
    a: below(10_000),
    b: below(10_000),
    c: below(10_000),
    d: below(10_000),
  });
  const facts = () => {
    const hasRare = random() < 0.2;
    return Array.from({ length: factsOfEach }, () => fact(hasRare && random() < 0.3));
  };
  const move = (): ClockMove | null => {
    if (random() < 0.5) return null;
    return random() < 0.4 ? { toDeadline: below(10_000) } : { seconds: one([1, 4, 15, 31, 61, 61, 200, 301, 3_601]) };
  };
  const fault = (): RandomFault => ({ kind: one(faultKinds), a: below(10_000), b: below(10_000), afterMs: below(80) });
  for (let number = 1; ; number += 1) {
    yield {
      number,
      facts: Array.from({ length: organizations }, facts),
      moves: Array.from({ length: organizations }, move),
      faults: random() * 100 < faultPercent ? [fault()] : [],
    };
  }
}

function fail(): never {
  throw new Error("Nothing to choose from");
}
