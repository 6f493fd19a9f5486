import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import type { Snapshot } from "../routing/model";
import { compareAgents } from "../routing/order";
import type { Desk, Standing, World } from "./world";

/** As many agents as a decision names among its candidates. */
const leastCandidates = 3;

export interface Frontier {
  readonly snapshot: Snapshot;
  /** The snapshot's conversations; those in line have been taken out of the line. */
  readonly standings: readonly Standing[];
}

/**
 * What one pass has to look at after an event, never the backlog: the conversations it touched, those waiting for a
 * touched agent and the heads of the line up to the room there is, and the agents who could get any of them. Null when
 * nothing can change.
 *
 * The decisions are those of a snapshot of everything: giving n conversations takes agents only from the best n, for
 * a gift only moves its agent back in the order.
 */
export function frontierOf(
  world: World,
  now: number,
  touched: readonly Standing[],
  freed: readonly Desk[],
): Frontier | null {
  const standings = new Set(touched);
  for (const desk of freed) {
    addWaiting(standings, desk);
    addHeadsOfLine(standings, world, isAvailable(desk.facts) ? roomOf(desk.facts) : 0);
  }
  if (standings.size === 0) return null;

  // The watched: somebody waits for them in vain though they have room, for want of enough. One given to such an agent
  // passes over those, or finds the room held for one of them.
  const watched = [...world.waitedFor].filter((desk) => isAvailable(desk.facts) && roomOf(desk.facts) > 0);
  for (const desk of watched) addWaiting(standings, desk);
  const desks = new Set([...freed, ...watched]);
  for (const standing of standings) if (standing.dedicatedAgent >= 0) desks.add(world.desk(standing.dedicatedAgent));
  for (const desk of bestDesks(world, Math.max(leastCandidates, standings.size))) desks.add(desk);

  const conversations = [...standings];
  return {
    snapshot: {
      now,
      settings: world.rules.settings,
      channels: [world.rules.channel],
      queues: [world.rules.queue],
      agents: Array.from(desks, (desk) => desk.facts),
      conversations: conversations.map((standing) => standing.facts),
    },
    standings: conversations,
  };
}

/** In order until the room is gone: those after can't be given any, and those before who don't fit are passed over. */
function addWaiting(standings: Set<Standing>, desk: Desk): void {
  if (desk.waiting.size === 0 || !isAvailable(desk.facts)) return;
  let room = roomOf(desk.facts);
  for (const standing of desk.waiting) {
    if (room <= 0) return;
    standings.add(standing);
    if (standing.facts.weight <= room) room -= standing.facts.weight;
  }
}

/** Every conversation takes at least 1, so that no more than the room is needed; unfit heads are looked past. */
function addHeadsOfLine(standings: Set<Standing>, world: World, room: number): void {
  let left = room;
  while (left > 0) {
    const head = world.line.pop();
    if (!head) return;
    standings.add(head);
    if (head.facts.weight <= left) left -= head.facts.weight;
  }
}

/**
 * The best `count` agents with room, leaving out the watched, whose room may be held; if nobody has any, one who is
 * available, so that the reason is a true one.
 */
function bestDesks(world: World, count: number): Desk[] {
  const compare = compareAgents[world.rules.queue.strategy];
  const best: Desk[] = [];
  let full: Desk | null = null;
  for (const desk of world.desks) {
    if (!isAvailable(desk.facts)) continue;
    if (roomOf(desk.facts) <= 0) full ??= desk;
    else if (desk.waiting.size === 0) insertOrdered(best, desk, count, (a, b) => compare(a.facts, b.facts));
  }
  if (best.length === 0 && full) best.push(full);
  return best;
}

/** Keeps `best` ordered and no longer than `count`. */
function insertOrdered(best: Desk[], desk: Desk, count: number, compare: (a: Desk, b: Desk) => number): void {
  let at = best.length;
  while (at > 0) {
    const before = best[at - 1];
    if (!before || compare(before, desk) <= 0) break;
    at -= 1;
  }
  if (at >= count) return;
  best.splice(at, 0, desk);
  if (best.length > count) best.pop();
}
