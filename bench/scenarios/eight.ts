import { fillPast } from "../backlog";
import { type Baseline, baselineFinding, measureBaseline } from "../baseline";
import { atLeast, perSecond, told } from "../findings";
import { fillOrganization, type Organization, settleTables } from "../organization";
import { median } from "../percentile";
import { rateOfArrived, rateWhileArriving } from "../record-bursts";
import type { BenchContext, Finding, Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import { verifyRows } from "../verify";
import { present, withDatabase, withRouters } from "../with";

const goal = 4;
const organizationCount = 8;
const rounds = 2;
const processCounts = [1, 2, 4] as const;

/** As burst, in eight organizations at once, by as many processes as it takes. */
export const eight: Scenario = {
  name: "eight",
  title: "durable assignments, 8 organizations at once, each with 1,000 agents",
  async run(context) {
    const baseline = await measureBaseline(context);
    return withDatabase(context, async (database) => {
      const organizations: Organization[] = [];
      const customers = context.count(10_000);
      for (let number = 1; number <= organizationCount; number++) {
        const organization = await fillOrganization(database.admin, { agents: context.count(1000), capacity: 400, customers, linkedCustomers: customers / 2 });
        await fillPast(database.admin, organization, context.count(10_000));
        organizations.push(organization);
      }
      await settleTables(database.admin);
      const rates = new Map<number, number>();
      const arriving = new Map<number, number>();
      const problems: string[] = [];
      for (const processes of processCounts) {
        const measured = await measure(context, database, organizations, processes);
        rates.set(processes, measured.arrived);
        arriving.set(processes, measured.arriving);
        problems.push(...measured.problems);
      }
      problems.push(...(await verifyRows(database.admin)));
      return {
        findings: [baselineFinding(baseline), bestFinding(baseline, rates), arrivingFinding(baseline, arriving)],
        problems,
        notes: [
          `${organizationCount} × ${customers} conversations, as in burst; medians of ${context.rounds(rounds)} rounds. By the number of router processes: assigned ${byProcesses(rates)}; recorded and assigned at once ${byProcesses(arriving)}.`,
        ],
      };
    });
  },
};

async function measure(context: BenchContext, database: BenchDatabase, organizations: readonly Organization[], processes: number) {
  return withRouters(context, database, processes, async (apps) => {
    const run = { database, apps, organizations, conversations: context.count(10_000) };
    context.say(`eight: ${processes} ${processes === 1 ? "process" : "processes"}`);
    const warm = await rateWhileArriving({ ...run, conversations: context.count(2000), bursts: 2 });
    const arrived = [];
    const arriving = [];
    for (let round = 1; round <= context.rounds(rounds); round++) {
      arrived.push(await rateOfArrived({ ...run, bursts: 2 }));
      arriving.push(await rateWhileArriving({ ...run, bursts: 10 }));
    }
    return {
      arrived: median(arrived.map((one) => one.perSecond)),
      arriving: median(arriving.map((one) => one.perSecond)),
      problems: [warm, ...arrived, ...arriving].flatMap((one) => one.problems),
    };
  });
}

function bestFinding(baseline: Baseline, rates: ReadonlyMap<number, number>): Finding {
  const { processes, rate, ratio, measured } = best(baseline, rates);
  return atLeast("assigned in 8 organizations at once", ratio, goal, " × baseline", measured, {
    processes, perSecond: rate, baselinePerSecond: baseline.perSecond,
    ...Object.fromEntries([...rates].map(([count, each]) => [`processes${count}PerSecond`, each])),
  });
}

function arrivingFinding(baseline: Baseline, rates: ReadonlyMap<number, number>): Finding {
  const { processes, rate, measured } = best(baseline, rates);
  return told("recorded and assigned at once", measured, { processes, perSecond: rate });
}

function best(baseline: Baseline, rates: ReadonlyMap<number, number>) {
  const [processes, rate] = present([...rates].toSorted(([, a], [, b]) => b - a)[0]);
  const ratio = rate / baseline.perSecond;
  return { processes, rate, ratio, measured: `${perSecond(rate)}, ${ratio.toFixed(2)} × baseline, ${processes} ${processes === 1 ? "process" : "processes"}` };
}

function byProcesses(rates: ReadonlyMap<number, number>): string {
  return [...rates].map(([processes, rate]) => `${processes}: ${perSecond(rate)}`).join(", ");
}
