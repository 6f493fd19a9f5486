import type { Client } from "pg";
import { databaseClock, spanOf } from "./commit-times";
import { cpuMsBetween, databaseCpuMs } from "./cpu-time";
import { inGroups } from "./in-groups";
import { arrivalsOf, type Organization } from "./organization";
import type { BenchDatabase } from "./server";
import type { App } from "./start-app";
import { untilDecided, verifyDecidedOnce } from "./verify";
import { present } from "./with";

export interface BurstRun {
  readonly database: BenchDatabase;
  /** Organization after organization, each has its bursts recorded by the next of these. */
  readonly apps: readonly App[];
  readonly organizations: readonly Organization[];
  /** So many bursts, and so many conversations in all, of each organization. */
  readonly bursts: number;
  readonly conversations: number;
}

export interface BurstRate {
  readonly perSecond: number;
  /** From the commit of the first fact to the commit of the last decision. */
  readonly seconds: number;
  readonly problems: readonly string[];
}

export interface BurstCost extends BurstRate {
  /** Milliseconds of processor for each conversation, its recording included; null where the system does not tell. */
  readonly databaseCpuMs: number | null;
  readonly nodeCpuMs: number;
}

/** Bursts arrive as fast as the database takes them, in all organizations at once, while those before are routed. */
export async function rateWhileArriving({ database, apps, organizations, bursts, conversations }: BurstRun): Promise<BurstCost> {
  const { admin } = database;
  await admin.query("CHECKPOINT");
  const since = await databaseClock(admin);
  const before = await cpuOf(admin, apps);
  await Promise.all(
    organizations.map((organization, index) =>
      present(apps[index % apps.length]).run({ kind: "bursts", bursts: burstsOf(organization, bursts, conversations).map((burst) => [burst]) }),
    ),
  );
  await untilDecided(admin, 120);
  const after = await cpuOf(admin, apps);
  const problems = await verifyDecidedOnce(admin, since, organizations.length * conversations);
  const { seconds, decisions } = await spanOf(admin, since);
  return {
    perSecond: decisions / seconds,
    seconds,
    databaseCpuMs: before.database && after.database && cpuMsBetween(before.database, after.database) / decisions,
    nodeCpuMs: (after.nodeMs - before.nodeMs) / decisions,
    problems,
  };
}

/**
 * Burst after burst, each of all organizations by one commit, and the next when that one has been routed; the time
 * between does not count. Like the baseline, which finds its conversations recorded.
 */
export async function rateOfArrived({ database, apps, organizations, bursts, conversations }: BurstRun): Promise<BurstRate> {
  const { admin } = database;
  await admin.query("CHECKPOINT");
  const problems: string[] = [];
  let total = { seconds: 0, decisions: 0 };
  const all = organizations.map((organization) => burstsOf(organization, bursts, conversations));
  for (let turn = 0; turn < bursts; turn++) {
    const burst = all.flatMap((ofOne) => ofOne[turn] ?? []);
    const since = await databaseClock(admin);
    await present(apps[turn % apps.length]).run({ kind: "bursts", bursts: [burst] });
    await untilDecided(admin, 120);
    problems.push(...(await verifyDecidedOnce(admin, since, burst.reduce((sum, { customerIds }) => sum + customerIds.length, 0))));
    const span = await spanOf(admin, since);
    total = { seconds: total.seconds + span.seconds, decisions: total.decisions + span.decisions };
  }
  return { perSecond: total.decisions / total.seconds, seconds: total.seconds, problems };
}

function burstsOf(organization: Organization, bursts: number, conversations: number) {
  const writing = mixed(organization.customerIds).slice(0, conversations);
  return inGroups(writing, Math.ceil(writing.length / bursts)).map((customerIds) => arrivalsOf(organization, customerIds));
}

/** The same order every time, in which those of the first half, who are linked, take turns with the others. */
function mixed(customerIds: readonly string[]): string[] {
  const half = Math.ceil(customerIds.length / 2);
  return customerIds.slice(0, half).flatMap((id, index) => [id, ...customerIds.slice(half + index, half + index + 1)]);
}

async function cpuOf(admin: Client, apps: readonly App[]) {
  const node = await Promise.all(apps.map((app) => app.run({ kind: "cpu" })));
  return { database: await databaseCpuMs(admin), nodeMs: node.reduce((sum, { values }) => sum + (values[0] ?? 0), 0) };
}
