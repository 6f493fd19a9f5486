import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";
import { z } from "zod";

import { cell, type Day, emptyArrivals } from "./day";
import { exponential, seededRandom } from "./random";
import { routeAt } from "./result-csv";
import { simulate } from "./simulate";

const rowSchema = z.object({
  mean_handle_s: z.number(),
  rho_per_slot: z.number(),
  capacity: z.number(),
  lam: z.number(),
  T: z.union([z.number(), z.literal("inf").transform(() => Infinity)]),
  P_immediate: z.number(),
  P_own_after_wait: z.number(),
  P_timeout: z.number(),
  E_wait_own_stage: z.number(),
  E_wait_given_own: z.number(),
  occupancy_own: z.number(),
});
type Row = z.output<typeof rowSchema>;
const figures = [
  "P_immediate",
  "P_own_after_wait",
  "P_timeout",
  "E_wait_own_stage",
  "E_wait_given_own",
  "occupancy_own",
] as const satisfies readonly (keyof Row)[];
type Figures = Record<(typeof figures)[number], number>;

const path = fileURLToPath(new URL("cases/one-dedicated-agent.exact.json", import.meta.url));
const { rows } = z.object({ rows: z.array(rowSchema) }).parse(JSON.parse(readFileSync(path, "utf8")));

/** Runs a row; with so many, a standard error between them is well known itself, and 4 of them are a rare distance. */
const runs = 30;
/** The first ones find an idle agent: they are played but not counted. */
const warmUp = 300;
const counted = 1_200;
const own = 0;

test.each(rows)("capacity $capacity, offered load $rho_per_slot, at most $T s: as computed exactly", { timeout: 60_000 }, (row) => {
  const results = Array.from({ length: runs }, (_, run) => play(row, 1_000 * rows.indexOf(row) + run));
  for (const figure of figures) {
    const values = results.map((result) => result[figure]);
    const mean = values.reduce((sum, value) => sum + value, 0) / runs;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
    const standardError = Math.sqrt(variance / runs) || ofNoneSeen(figure, row);
    // The exact values have ten digits.
    expect(Math.abs(mean - row[figure]), `${figure}: ${mean}, not ${row[figure]}`).toBeLessThanOrEqual(4 * standardError + 1e-9);
  }
});

/** Where no run saw a rare event there is nothing between runs: then the error of a share that is expected to be so small. */
function ofNoneSeen(figure: keyof Figures, row: Row): number {
  return figure.startsWith("P_") ? Math.sqrt((row[figure] * (1 - row[figure])) / (runs * counted)) : 0;
}

/** One run: conversations for one dedicated agent only, and beside them a pool that takes whatever comes. */
function play(row: Row, seed: number): Figures {
  const day = drawDay(row, seed);
  const result = simulate(day, { timeoutSeconds: row.T });
  const { arriveMs, handleMs } = day.arrivals;
  let immediate = 0;
  let afterWait = 0;
  let waitedS = 0;
  let waitedForOwnS = 0;
  let handledByOwnS = 0;
  for (let at = warmUp; at < warmUp + counted; at++) {
    const waited = (cell(result.assignedMs, at) - cell(arriveMs, at)) / 1000;
    waitedS += waited;
    if (cell(result.agent, at) !== own) {
      expect(routeAt(result, at)).toBe("normal_after_timeout");
      continue;
    }
    if (routeAt(result, at) === "dedicated") immediate += 1;
    else afterWait += 1;
    waitedForOwnS += waited;
    handledByOwnS += cell(handleMs, at) / 1000;
  }
  const windowS = (cell(arriveMs, warmUp + counted) - cell(arriveMs, warmUp)) / 1000;
  return {
    P_immediate: immediate / counted,
    P_own_after_wait: afterWait / counted,
    P_timeout: (counted - immediate - afterWait) / counted,
    E_wait_own_stage: waitedS / counted,
    E_wait_given_own: waitedForOwnS / (immediate + afterWait),
    occupancy_own: handledByOwnS / windowS / row.capacity,
  };
}

function drawDay(row: Row, seed: number): Day {
  const random = seededRandom(seed);
  const count = warmUp + counted + 1;
  const arrivals = emptyArrivals(count, (at) => `c${at}`);
  arrivals.dedicatedAgent.fill(own);
  let now = 0;
  for (let at = 0; at < count; at++) {
    now += exponential(random, 1000 / row.lam);
    arrivals.arriveMs[at] = now;
    arrivals.handleMs[at] = exponential(random, 1000 * row.mean_handle_s);
  }
  return {
    agents: [
      { id: "own", capacity: row.capacity },
      { id: "pool", capacity: Number.MAX_SAFE_INTEGER },
    ],
    shifts: [0, 1].map((agent) => ({ agent, onlineMs: 0, offlineMs: Infinity })),
    arrivals,
  };
}
