import { Problem } from "../scripts/lib/problem";
import { type BaselineRun, fillBaseline } from "./baseline-statement";
import { nodeRate } from "./baseline-node";
import { findPgbench, pgbenchRate } from "./pgbench";
import type { BenchContext, Finding } from "./scenario";
import type { BenchDatabase } from "./server";
import { seeingAll } from "../scripts/testing/seeing-all";

export interface Baseline {
  /** Of the best number of clients. */
  readonly perSecond: number;
  readonly clients: number;
  readonly tool: "pgbench" | "an equal Node script";
  readonly perSecondByClients: Readonly<Record<string, number>>;
}

const clientCounts = [4, 8, 16] as const;

/**
 * The best single-statement transaction rate of this machine, on the same server just before what is measured against
 * it, and on equal tables.
 */
export async function measureBaseline(context: BenchContext): Promise<Baseline> {
  const transactions = context.count(40_000, 800);
  const database = await context.server.createDatabase();
  try {
    context.say("baseline: filling");
    const work = await fillBaseline(database.admin, (clientCounts.length + 1) * transactions);
    const pgbench = await findPgbench();
    const url = seeingAll(database.url);
    const rate = (run: BaselineRun) => (pgbench === null ? nodeRate(url, run) : pgbenchRate(pgbench, url, run));
    // So that the first of them does not pay for a cold server.
    await rate({ work, clients: 4, transactions, taken: clientCounts.length * transactions });
    const rates = new Map<number, number>();
    for (const [index, clients] of clientCounts.entries()) {
      await database.admin.query("CHECKPOINT");
      context.say(`baseline: ${clients} clients`);
      rates.set(clients, await rate({ work, clients, transactions, taken: index * transactions }));
    }
    await requireAll(database, (clientCounts.length + 1) * transactions);
    const [best] = [...rates].toSorted(([, a], [, b]) => b - a);
    if (!best) throw new Error("no baseline was measured");
    return {
      clients: best[0],
      perSecond: best[1],
      tool: pgbench === null ? "an equal Node script" : "pgbench",
      perSecondByClients: Object.fromEntries(rates),
    };
  } finally {
    await database.drop();
  }
}

export function baselineFinding({ perSecond, clients, tool, perSecondByClients }: Baseline): Finding {
  return {
    what: "baseline: one conversation per transaction, one statement",
    measured: `${Math.round(perSecond).toLocaleString("en")}/s with ${clients} clients (${tool})`,
    goal: null,
    isMet: null,
    figures: Object.fromEntries(Object.entries(perSecondByClients).map(([count, rate]) => [`clients${count}PerSecond`, rate])),
  };
}

/** A baseline that had not done its work would be no baseline. */
async function requireAll({ admin }: BenchDatabase, expected: number): Promise<void> {
  const { rows } = await admin.query<{ assigned: number; logged: number; load: number }>(
    `SELECT (SELECT count(*) FROM conversation WHERE routing_state = 'assigned')::int AS assigned,
       (SELECT count(*) FROM routing_log)::int AS logged, (SELECT sum(load) FROM agent)::int AS load`,
  );
  const { assigned, logged, load } = rows[0] ?? { assigned: 0, logged: 0, load: 0 };
  if (assigned !== expected || logged !== expected || load !== expected) {
    throw new Problem(`The baseline assigned ${assigned} of ${expected} conversations, with ${logged} log entries and a load of ${load}.`);
  }
}
