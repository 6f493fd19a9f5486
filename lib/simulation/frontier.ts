import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import { hasPassed } from "../routing/deadline";
import type { Snapshot } from "../routing/model";
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
    if (!isAvailable(desk.facts)) continue;
    addWaiting(standings, desk, now);
    for (const head of world.line.takeHeads(roomOf(desk.facts))) standings.add(head);
  }
  if (standings.size === 0) return null;

  // The watched: somebody waits for them in vain though they have room, for want of enough. One given to such an agent
  // passes over those, or finds the room held for one of them.
  const { watched } = world.available;
  for (const desk of watched) addWaiting(standings, desk, now);
  const desks = new Set([...freed, ...watched]);
  for (const standing of standings) if (standing.dedicatedAgent >= 0) desks.add(world.desk(standing.dedicatedAgent));
  const count = Math.max(leastCandidates, standings.size);
  for (const weight of new Set(Array.from(standings, (standing) => standing.facts.weight))) {
    for (const desk of world.available.best(weight, count)) desks.add(desk);
  }

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

/**
 * In order until the room is gone: those after can't be given any, and those before who don't fit may be passed over.
 * One whose wait ends at this very instant takes none of it.
 */
function addWaiting(standings: Set<Standing>, desk: Desk, now: number): void {
  let room = roomOf(desk.facts);
  for (const standing of desk.waiting) {
    if (room <= 0) return;
    standings.add(standing);
    const { weight, waitUntil } = standing.facts;
    if (weight <= room && waitUntil !== null && !hasPassed(waitUntil, now)) room -= weight;
  }
}
