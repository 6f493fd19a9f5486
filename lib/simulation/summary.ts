import { cell, type Day } from "./day";
import { routeAt } from "./result-csv";
import type { SimulationResult } from "./simulate";

/** What a simulated day came to. Waits are ms from arrival to assignment, of the conversations that were assigned. */
export interface Summary {
  readonly conversations: number;
  readonly withDedicatedAgent: number;
  /** Of those, how many that agent got, by whichever route. */
  readonly reachedDedicatedAgent: number;
  readonly byRoute: ReadonlyMap<string, number>;
  readonly waitMs: WaitFigures;
}

export interface WaitFigures {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export function summarize(day: Day, result: SimulationResult): Summary {
  const { count, arriveMs, dedicatedAgent } = day.arrivals;
  const byRoute = new Map<string, number>();
  const waits = new Float64Array(count);
  let assigned = 0;
  let withDedicatedAgent = 0;
  let reachedDedicatedAgent = 0;
  for (let row = 0; row < count; row++) {
    const route = routeAt(result, row);
    byRoute.set(route, (byRoute.get(route) ?? 0) + 1);
    const agent = cell(result.agent, row);
    const dedicated = cell(dedicatedAgent, row);
    if (dedicated >= 0) withDedicatedAgent += 1;
    if (agent < 0) continue;
    if (agent === dedicated) reachedDedicatedAgent += 1;
    waits[assigned] = cell(result.assignedMs, row) - cell(arriveMs, row);
    assigned += 1;
  }
  return {
    conversations: count,
    withDedicatedAgent,
    reachedDedicatedAgent,
    byRoute,
    waitMs: waitFigures(waits.subarray(0, assigned).sort()),
  };
}

/** Percentiles by nearest rank; all 0 when there is none. */
function waitFigures(sorted: Float64Array): WaitFigures {
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const sum = sorted.reduce((total, wait) => total + wait, 0);
  return {
    mean: sorted.length === 0 ? 0 : sum / sorted.length,
    median: rank(0.5),
    p95: rank(0.95),
    p99: rank(0.99),
    max: rank(1),
  };
}
