import { arrivals } from "../arrivals";
import { fillPast } from "../backlog";
import { databaseClock, fromEntryToDecision } from "../commit-times";
import { atMost, told } from "../findings";
import { fillOrganization, type Organization, settleTables } from "../organization";
import { type Spread, spreadInWords, spreadOf } from "../percentile";
import type { BenchContext, Finding, Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import type { App } from "../start-app";
import { untilDecided, verifyDecidedOnce, verifyRows } from "../verify";
import { withDatabase, withRecorder, withRouter } from "../with";

const perSecond = 50;
const goals = { p50Ms: 10, p99Ms: 50 };

/** How long after a fact its decision stands, when there is room. */
export const latency: Scenario = {
  name: "latency",
  title: "commit of a fact to commit of its decision, 50 facts a second, agents free",
  run(context) {
    return withDatabase(context, async (database) => {
      const { admin } = database;
      const organization = await fillOrganization(admin, { agents: context.count(1000), capacity: 50, customers: 4000, linkedCustomers: 2000 });
      await fillPast(admin, organization, context.count(50_000));
      await settleTables(admin);
      return withRouter(context, database, async (app) => {
        const together = await measure(context, database, organization, app, "in the router's process");
        const apart = await withRecorder(context, database, (recorder) => measure(context, database, organization, recorder, "in another process"));
        return {
          findings: [...findings(together.spread), told("the same, facts recorded in another process", spreadInWords(apart.spread), { ...apart.spread })],
          problems: [...together.problems, ...apart.problems, ...(await verifyRows(admin))],
          notes: [
            "Facts are conversations begun by the product's own command at random times (Poisson, whether or not those before are decided), half of the customers with a dedicated agent. Times are PostgreSQL's own, pg_xact_commit_timestamp of the fact's message and of the decision's log entry: taken as each commit begins, so that what lies between holds one wait for the disk, as between two finished commits.",
          ],
        };
      });
    });
  },
};

async function measure(context: BenchContext, { admin }: BenchDatabase, organization: Organization, app: App, where: string) {
  const { organizationId, channel, customerIds } = organization;
  const begin = (seconds: number, seed: number) => {
    const atMs = arrivals({ perSecond, seconds, seed });
    // Every customer number is as likely: linked and unlinked ones take turns.
    const writers = atMs.map((_, index) => customerIds[(index * 2003) % customerIds.length] ?? "");
    return app.run({ kind: "begin", organizationId, channel, customerIds: writers, atMs });
  };
  context.say(`latency: warming up, ${where}`);
  await begin(context.seconds(4), 1);
  await untilDecided(admin, 30);
  context.say(`latency: measuring, ${where}`);
  const since = await databaseClock(admin);
  const { values, failed, firstError } = await begin(context.seconds(25), 2);
  await untilDecided(admin, 30);
  const spread = spreadOf(await fromEntryToDecision(admin, organizationId, since));
  const problems = await verifyDecidedOnce(admin, since, values.length - failed);
  if (failed > 0) problems.push(`${failed} facts could not be recorded: ${firstError ?? ""}`);
  return { spread, problems };
}

function findings(spread: Spread): Finding[] {
  const measured = spreadInWords(spread);
  return [
    atMost("half of the decisions stand within", spread.p50, goals.p50Ms, " ms", measured, { ...spread }),
    atMost("99 % of the decisions stand within", spread.p99, goals.p99Ms, " ms", `p99 ${spread.p99.toFixed(1)} ms`, { ...spread }),
  ];
}
