import { afterAll, beforeAll, expect, test } from "vitest";
import { startStormDatabase, type StormDatabase } from "./storm-database";
import { storm } from "./storm";
import { inWords } from "./in-words";

/**
 * What must always be true (the routing contract, §4), while random facts befall real servers that are killed, cut off
 * and stopped. The long one is `npm run test:long`; `KITH_SEED` plays the facts and faults of a failure again.
 */
const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let database: StormDatabase;

beforeAll(async () => {
  database = await startStormDatabase();
});
afterAll(() => database.stop());

test(`1,500 random facts on three servers that crash, seed ${seed}`, { timeout: 180_000 }, async () => {
  const report = await storm({
    ...database,
    seed,
    facts: 1_500,
    withinSeconds: 45,
    organizations: 3,
    factsOfEach: 8,
    processes: 3,
    faultPercent: 25,
    onRound: () => undefined,
  });
  console.log(inWords(report));
  expect(report.outcomes.done).toBeGreaterThan(100);
});
