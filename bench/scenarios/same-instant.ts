import { setTimeout as sleep } from "node:timers/promises";
import { arrivals } from "../arrivals";
import { fillAssigned, fillWaiting, moveWaits } from "../backlog";
import { databaseClock, fromEntryToDecision } from "../commit-times";
import { atMost } from "../findings";
import { fillOrganization, settleTables } from "../organization";
import { spreadInWords, spreadOf } from "../percentile";
import type { Scenario } from "../scenario";
import { withDatabase, withRouter } from "../with";
import { untilDecided, untilNone, verifyRows } from "../verify";
import { countEarly, latenessOf, rememberWaits } from "../waits";

const goals = { allSeconds: 10, otherP99Ms: 250 };
const othersPerSecond = 20;

/** What happens when everybody's wait ends at once, and what an organization next door notices of it. */
export const sameInstant: Scenario = {
  name: "same-instant",
  title: "100,000 waits that end at the same instant, and another organization meanwhile",
  run(context) {
    const agents = context.count(1000, 40);
    const waiting = context.count(100_000);
    return withDatabase(context, async (database) => {
      const { admin } = database;
      context.say("same-instant: filling");
      // The first half are dedicated and full; the others have room for a tenth of those whose wait ends.
      const organization = await fillOrganization(admin, { agents, capacity: 20, customers: 4 * agents, linkedCustomers: agents, agentsOutsideTeams: agents / 2 });
      await fillAssigned(admin, organization, { from: 1, to: agents / 2 }, 20);
      await fillWaiting(admin, organization, { from: 1, to: agents / 2 }, waiting);
      const other = await fillOrganization(admin, { agents: 100, capacity: 50, customers: 400, linkedCustomers: 200 });
      const leadSeconds = context.isQuick ? 7 : 30;
      const { last: instant } = await moveWaits(admin, organization, waiting, { from: leadSeconds, to: leadSeconds });
      await rememberWaits(admin);
      await settleTables(admin);
      return withRouter(context, database, async (app) => {
        const aloneSeconds = 3;
        const untilThenMs = instant.getTime() - (await databaseClock(admin)).getTime();
        if (untilThenMs < aloneSeconds * 1000) throw new Error("the machine was too slow to be ready before the instant");
        await sleep(untilThenMs - aloneSeconds * 1000);
        context.say("same-instant: the instant comes");
        const atMs = arrivals({ perSecond: othersPerSecond, seconds: aloneSeconds + context.seconds(goals.allSeconds + 2), seed: 1 });
        const others = app.run({ kind: "begin", organizationId: other.organizationId, channel: other.channel, customerIds: [...other.customerIds], atMs });
        await untilNone(admin, "SELECT 1 FROM conversation WHERE organization_id = $1 AND routing_state = 'waiting' LIMIT 1", 120, [organization.organizationId]);
        const allDecidedAt = await databaseClock(admin);
        const { failed, firstError } = await others;
        await untilDecided(admin, 30);
        const own = spreadOf(await latenessOf(admin, organization, instant));
        const meanwhile = spreadOf(await fromEntryToDecision(admin, other.organizationId, instant, allDecidedAt));
        const early = await countEarly(admin);
        const problems = await verifyRows(admin);
        if (own.count !== waiting) problems.push(`${own.count} decisions for ${waiting} waits`);
        if (early > 0) problems.push(`${early} were decided before the end of their wait`);
        if (failed > 0) problems.push(`${failed} facts could not be recorded: ${firstError ?? ""}`);
        return {
          findings: [
            atMost("all are decided within", own.max / 1000, goals.allSeconds, " s", `${(own.max / 1000).toFixed(1)} s, half after ${(own.p50 / 1000).toFixed(1)} s`, { ...own }),
            atMost("another organization's p99 meanwhile", meanwhile.p99, goals.otherP99Ms, " ms", spreadInWords(meanwhile), { ...meanwhile }),
          ],
          problems,
          notes: [`One process routes both. The other organization begins ${othersPerSecond} conversations a second by the product's command; measured as in latency, while any of the ${waiting} is undecided.`],
        };
      });
    });
  },
};
