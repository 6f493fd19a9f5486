import { fillPast } from "../backlog";
import { baselineFinding, measureBaseline } from "../baseline";
import { atLeast, perSecond, told } from "../findings";
import { fillOrganization, settleTables } from "../organization";
import { median } from "../percentile";
import { rateOfBursts } from "../record-bursts";
import type { Scenario } from "../scenario";
import { verifyRows } from "../verify";
import { withDatabase, withRouter } from "../with";

const goal = 2.5;

/** How fast one organization's conversations are assigned when they arrive in bursts, against the baseline. */
export const burst: Scenario = {
  name: "burst",
  title: "durable assignments, one organization, 1,000 agents, 20,000 conversations in bursts",
  async run(context) {
    const baseline = await measureBaseline(context);
    const conversations = context.count(20_000);
    const rounds = context.rounds(5);
    return withDatabase(context, async (database) => {
      const organization = await fillOrganization(database.admin, {
        agents: context.count(1000), capacity: 400, customers: conversations, linkedCustomers: conversations / 2,
      });
      await fillPast(database.admin, organization, context.count(50_000));
      await settleTables(database.admin);
      return withRouter(context, database, async (app) => {
        const problems: string[] = [];
        const rate = async (bursts: number) => {
          const run = await rateOfBursts({ database, apps: [app], organizations: [organization], bursts, conversations });
          problems.push(...run.problems);
          return run.perSecond;
        };
        context.say("burst: warming up");
        await rate(20);
        const inBursts: number[] = [];
        const atOnce: number[] = [];
        for (let round = 1; round <= rounds; round++) {
          context.say(`burst: round ${round} of ${rounds}`);
          inBursts.push(await rate(20));
          atOnce.push(await rate(1));
        }
        problems.push(...(await verifyRows(database.admin)));
        const ratio = median(inBursts) / baseline.perSecond;
        return {
          findings: [
            baselineFinding(baseline),
            atLeast("assigned, while 20 bursts arrive as fast as the database takes them", ratio, goal, " × baseline", `${perSecond(median(inBursts))}, ${ratio.toFixed(2)} × baseline`, {
              perSecond: median(inBursts), worstPerSecond: Math.min(...inBursts), bestPerSecond: Math.max(...inBursts), baselinePerSecond: baseline.perSecond,
            }),
            told("assigned, one burst of all", `${perSecond(median(atOnce))}, ${(median(atOnce) / baseline.perSecond).toFixed(2)} × baseline`, { perSecond: median(atOnce) }),
          ],
          problems,
          notes: [
            `Median of ${rounds} rounds of ${conversations}, each from the commit of the first fact to the commit of the last decision. A burst is one statement that writes what the product's command writes (conversation and first message), in the router's own process, and then wakes it as the command does. Half of the customers have a dedicated agent.`,
          ],
        };
      });
    });
  },
};
