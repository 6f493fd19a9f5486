import { type Day, emptyArrivals, type Shift } from "./day";
import { exponential, seededRandom } from "./random";

const hourMs = 3_600_000;
/** Share of conversations whose customer has a dedicated agent. */
const dedicatedShare = 0.4;
/** Share of the agents' whole room that the day's work takes. */
const loadShare = 0.8;

export interface SyntheticDayOptions {
  readonly conversations: number;
  readonly agents: number;
  /** Of every agent. */
  readonly capacity: number;
  readonly seed: number;
}

/**
 * A believable day, the same for the same seed: agents begin between 7 and 13 o'clock and work twice four hours around
 * a break of half an hour; conversations come from 7 to 21 o'clock, most at midday; two in five have a dedicated
 * agent; handle times are exponential, their mean such that the work is four fifths of the agents' room.
 */
export function syntheticDay(options: SyntheticDayOptions): Day {
  const random = seededRandom(options.seed);
  const agents = Array.from({ length: options.agents }, (_, index) => ({
    id: `agent-${String(index).padStart(4, "0")}`,
    capacity: options.capacity,
  }));
  const shifts = agents.flatMap((_, agent): Shift[] => {
    const start = Math.round((7 + 6 * random()) * hourMs);
    return [
      { agent, onlineMs: start, offlineMs: start + 4 * hourMs },
      { agent, onlineMs: start + 4.5 * hourMs, offlineMs: start + 8.5 * hourMs },
    ];
  });

  const { conversations: count } = options;
  const meanHandleMs = (loadShare * options.agents * options.capacity * 8 * hourMs) / Math.max(1, count);
  const arrivals = emptyArrivals(count, (row) => `c${String(row).padStart(7, "0")}`);
  for (let row = 0; row < count; row++) {
    // The mean of two draws: a triangle over the day, its top in the middle.
    arrivals.arriveMs[row] = Math.round((7 + 7 * (random() + random())) * hourMs);
    arrivals.handleMs[row] = Math.max(1, Math.round(exponential(random, meanHandleMs)));
    if (random() < dedicatedShare) arrivals.dedicatedAgent[row] = Math.floor(random() * options.agents);
  }
  arrivals.arriveMs.sort();
  return { agents, shifts, arrivals };
}

