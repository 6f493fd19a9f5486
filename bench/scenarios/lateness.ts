import { fillAssigned, fillWaiting, moveWaits } from "../backlog";
import { atMost } from "../findings";
import { fillOrganization, settleTables } from "../organization";
import { spreadInWords, spreadOf } from "../percentile";
import type { Scenario } from "../scenario";
import { withDatabase, withRouter } from "../with";
import { untilNone, verifyRows } from "../verify";
import { countEarly, latenessOf, rememberWaits } from "../waits";

const goals = { p99Ms: 50, maxMs: 250 };
const capacity = 5;

/** How long after the end of its wait a conversation goes on to normal routing. */
export const lateness: Scenario = {
  name: "lateness",
  title: "the fallback after waitUntil, 2,000 waits ending over 10 s with 100,000 others pending",
  run(context) {
    const agents = context.count(1000, 40);
    const ending = context.count(2000);
    return withDatabase(context, async (database) => {
      const { admin } = database;
      context.say("lateness: filling");
      // The first half are dedicated and full; the others have room for all whose wait ends.
      const organization = await fillOrganization(admin, { agents, capacity, customers: 4 * agents, linkedCustomers: agents, agentsOutsideTeams: agents / 2 });
      await fillAssigned(admin, organization, { from: 1, to: agents / 2 }, capacity);
      await fillWaiting(admin, organization, { from: 1, to: agents / 2 }, context.count(100_000) + ending);
      await settleTables(admin);
      return withRouter(context, database, async () => {
        const { last } = await moveWaits(admin, organization, ending, { from: 3, to: 3 + context.seconds(10) });
        await rememberWaits(admin);
        context.say("lateness: waiting for the waits to end");
        await untilNone(admin, "SELECT 1 FROM conversation WHERE organization_id = $1 AND routing_state = 'waiting' AND wait_until <= $2 LIMIT 1", 60, [organization.organizationId, last]);
        const spread = spreadOf(await latenessOf(admin, organization, last));
        const early = await countEarly(admin);
        const problems = await verifyRows(admin);
        if (spread.count !== ending) problems.push(`${spread.count} decisions for ${ending} waits`);
        return {
          findings: [
            atMost("99 % are decided, after the end of their wait, within", spread.p99, goals.p99Ms, " ms", spreadInWords(spread), { ...spread }),
            atMost("all are within", spread.max, goals.maxMs, " ms", `${spread.max.toFixed(0)} ms`, { ...spread }),
            atMost("decided before the end of their wait", early, 0, "", String(early)),
          ],
          problems,
          notes: ["From wait_until to pg_xact_commit_timestamp of the decision's log entry. Nothing else happens meanwhile: the router finds each by its own look at the rows."],
        };
      });
    });
  },
};
