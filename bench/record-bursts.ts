import { databaseClock, spanOf } from "./commit-times";
import { inGroups } from "./in-groups";
import type { Organization } from "./organization";
import type { BenchDatabase } from "./server";
import type { App } from "./start-app";
import { present } from "./with";
import { untilDecided, verifyDecidedOnce } from "./verify";

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
  /** From the commit of the first fact to the commit of the last decision. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** Lets bursts arrive in all organizations at once, and waits until all is decided. */
export async function rateOfBursts({ database, apps, organizations, bursts, conversations }: BurstRun): Promise<BurstRate> {
  const { admin } = database;
  await admin.query("CHECKPOINT");
  const since = await databaseClock(admin);
  await Promise.all(
    organizations.map(({ organizationId, channelId, queueIds, customerIds }, index) => {
      const arriving = mixed(customerIds).slice(0, conversations);
      const groups = inGroups(arriving, Math.ceil(arriving.length / bursts));
      return present(apps[index % apps.length]).run({ kind: "bursts", organizationId, channelId, queueIds: [...queueIds], bursts: groups, connections: 1 });
    }),
  );
  await untilDecided(admin, 120);
  const problems = await verifyDecidedOnce(admin, since, organizations.length * conversations);
  const { seconds, decisions } = await spanOf(admin, since);
  return { perSecond: decisions / seconds, seconds, problems };
}

/** The same order every time, in which those of the first half, who are linked, take turns with the others. */
function mixed(customerIds: readonly string[]): string[] {
  const half = Math.ceil(customerIds.length / 2);
  return customerIds.slice(0, half).flatMap((id, index) => [id, ...customerIds.slice(half + index, half + index + 1)]);
}
