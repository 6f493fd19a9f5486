import { arrivals } from "../arrivals";
import { fillPast } from "../backlog";
import { databaseClock, fromEntryToDecision, spanOf } from "../commit-times";
import { atMost, told } from "../findings";
import { fillOrganization, type Organization, settleTables } from "../organization";
import { type Spread, spreadInWords, spreadOf } from "../percentile";
import type { BenchContext, Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import type { App } from "../start-app";
import { untilDecided, verifyRows } from "../verify";
import { withDatabase, withRecorder, withRouter } from "../with";
import { setTimeout as sleep } from "node:timers/promises";

const goal = 2;
const floodPerSecond = 1000;
const othersPerSecond = 20;
const measuredSeconds = 40;
/** Until both processes have compiled what the flood runs. */
const warmUpSeconds = 6;

/** What one organization's flood costs another. */
export const flood: Scenario = {
  name: "flood",
  title: "one organization floods 1,000 facts a second, and another meanwhile",
  run(context) {
    return withDatabase(context, async (database) => {
      const { admin } = database;
      const flooding = await fillOrganization(admin, { agents: context.count(1000), capacity: 200, customers: 4000, linkedCustomers: 2000 });
      const other = await fillOrganization(admin, { agents: 100, capacity: 500, customers: 400, linkedCustomers: 200 });
      await fillPast(admin, flooding, context.count(50_000));
      await fillPast(admin, other, context.count(5000));
      await settleTables(admin);
      return withRouter(context, database, (app) =>
        withRecorder(context, database, async (flooder) => {
          context.say("flood: without");
          await measure(context, database, other, app, 4);
          const without = await measure(context, database, other, app, measuredSeconds);
          context.say("flood: with");
          const warmUp = context.seconds(warmUpSeconds);
          const since = await databaseClock(admin);
          const running = startFlood(flooder, flooding, warmUp + context.seconds(measuredSeconds) + 1);
          await sleep(warmUp * 1000);
          const during = await measure(context, database, other, app, measuredSeconds);
          const { failed, firstError } = await running;
          await untilDecided(admin, 60);
          const { decisions, seconds: span } = await spanOf(admin, since);
          const flooded = spreadOf(await fromEntryToDecision(admin, flooding.organizationId, since));
          const ratio = during.p99 / without.p99;
          const problems = await verifyRows(admin);
          if (failed > 0) problems.push(`${failed} facts of the flood could not be recorded: ${firstError ?? ""}`);
          return {
            findings: [
              atMost("another organization's p99, with the flood against without", ratio, goal, " ×", `${during.p99.toFixed(1)} ms against ${without.p99.toFixed(1)} ms, ${ratio.toFixed(2)} ×`, { duringP50Ms: during.p50, duringP99Ms: during.p99, withoutP50Ms: without.p50, withoutP99Ms: without.p99 }),
              told("the flooding organization itself", `${Math.round(decisions / span)} facts/s, ${spreadInWords(flooded)}`, { ...flooded, factsPerSecond: decisions / span }),
            ],
            problems,
            notes: [`One process routes both, and records the other organization's ${othersPerSecond} conversations a second by the product's command; the flood is recorded by another process, one conversation a transaction, by one statement that writes what the command writes. Without the flood: ${spreadInWords(without)}; with it: ${spreadInWords(during)}.`],
          };
        }),
      );
    });
  },
};

async function measure(context: BenchContext, { admin }: BenchDatabase, { organizationId, channel, customerIds }: Organization, app: App, seconds: number): Promise<Spread> {
  const since = await databaseClock(admin);
  const atMs = arrivals({ perSecond: othersPerSecond, seconds: context.seconds(seconds), seed: seconds });
  await app.run({ kind: "begin", organizationId, channel, customerIds: [...customerIds], atMs });
  return spreadOf(await fromEntryToDecision(admin, organizationId, since));
}

function startFlood(flooder: App, { organizationId, channelId, queueIds, customerIds }: Organization, seconds: number) {
  const atMs = arrivals({ perSecond: floodPerSecond, seconds, seed: 7 });
  return flooder.run({ kind: "flood", organizationId, channelId, queueIds: [...queueIds], customerIds: [...customerIds], atMs });
}
