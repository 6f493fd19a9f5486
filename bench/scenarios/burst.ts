import { fillPast } from "../backlog";
import { baselineFinding, measureBaseline } from "../baseline";
import { atLeast, perSecond, told } from "../findings";
import { fillOrganization, settleTables } from "../organization";
import { median } from "../percentile";
import { type BurstCost, rateOfArrived, rateWhileArriving } from "../record-bursts";
import type { Finding, Scenario } from "../scenario";
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
        const run = { database, apps: [app], organizations: [organization], conversations };
        context.say("burst: warming up");
        const problems = [...(await rateWhileArriving({ ...run, bursts: 20 })).problems];
        const arrived: number[] = [];
        const arriving: BurstCost[] = [];
        for (let round = 1; round <= rounds; round++) {
          context.say(`burst: round ${round} of ${rounds}`);
          const one = await rateOfArrived({ ...run, bursts: 4 });
          arrived.push(one.perSecond);
          const other = await rateWhileArriving({ ...run, bursts: 20 });
          arriving.push(other);
          problems.push(...one.problems, ...other.problems);
        }
        problems.push(...(await verifyRows(database.admin)));
        const ratio = median(arrived) / baseline.perSecond;
        const whileArriving = median(arriving.map((one) => one.perSecond));
        return {
          findings: [
            baselineFinding(baseline),
            atLeast("assigned", ratio, goal, " × baseline", `${perSecond(median(arrived))}, ${ratio.toFixed(2)} × baseline`, {
              perSecond: median(arrived), worstPerSecond: Math.min(...arrived), bestPerSecond: Math.max(...arrived), baselinePerSecond: baseline.perSecond,
            }),
            told("recorded and assigned at once", `${perSecond(whileArriving)}, ${(whileArriving / baseline.perSecond).toFixed(2)} × baseline`, { perSecond: whileArriving }),
            ...costFinding(arriving),
          ],
          problems,
          notes: [
            `Medians of ${rounds} rounds of ${conversations}, from the commit of the first fact to the commit of the last decision; half of the customers have a dedicated agent. "assigned": 4 bursts, each committed before it is routed, as the baseline's conversations are. "recorded and assigned at once": 20 bursts as fast as the database takes them, routed meanwhile. A burst writes by one statement what the product's command writes (conversation and first message), in the router's own process, and then wakes it as the command does.`,
          ],
        };
      });
    });
  },
};

function costFinding(runs: readonly BurstCost[]): Finding[] {
  const databases = runs.flatMap(({ databaseCpuMs }) => databaseCpuMs ?? []);
  if (databases.length === 0) return [];
  const [database, node] = [median(databases) * 1000, median(runs.map(({ nodeCpuMs }) => nodeCpuMs)) * 1000];
  const measured = `PostgreSQL ${database.toFixed(0)} µs, Node ${node.toFixed(0)} µs`;
  return [told("processor for one, recorded and assigned", measured, { databaseMicroseconds: database, nodeMicroseconds: node })];
}
