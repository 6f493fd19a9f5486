import { fillPast } from "../backlog";
import { type Baseline, baselineFinding, measureBaseline } from "../baseline";
import { atLeast, perSecond } from "../findings";
import { fillOrganization, type Organization, settleTables } from "../organization";
import { median } from "../percentile";
import { rateOfBursts } from "../record-bursts";
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
      const problems: string[] = [];
      for (const processes of processCounts) {
        const measured = await measure(context, database, organizations, processes);
        rates.set(processes, measured.perSecond);
        problems.push(...measured.problems);
      }
      problems.push(...(await verifyRows(database.admin)));
      return {
        findings: [baselineFinding(baseline), bestFinding(baseline, rates)],
        problems,
        notes: [
          `${organizationCount} × ${customers} conversations in bursts of a thousand, as in burst; median of ${context.rounds(rounds)} rounds. By the number of router processes: ${[...rates].map(([processes, rate]) => `${processes}: ${perSecond(rate)}`).join(", ")}.`,
        ],
      };
    });
  },
};

async function measure(context: BenchContext, database: BenchDatabase, organizations: readonly Organization[], processes: number) {
  return withRouters(context, database, processes, async (apps) => {
    const run = (conversations: number) =>
      rateOfBursts({ database, apps, organizations, conversations, bursts: Math.max(1, Math.round(conversations / context.count(1000))) });
    context.say(`eight: ${processes} processes`);
    const warm = await run(context.count(1000));
    const measured = [];
    for (let round = 1; round <= context.rounds(rounds); round++) measured.push(await run(context.count(10_000)));
    return { perSecond: median(measured.map((one) => one.perSecond)), problems: [warm, ...measured].flatMap((one) => one.problems) };
  });
}

function bestFinding(baseline: Baseline, rates: ReadonlyMap<number, number>): Finding {
  const [processes, rate] = present([...rates].toSorted(([, a], [, b]) => b - a)[0]);
  const ratio = rate / baseline.perSecond;
  return atLeast("assigned in 8 organizations at once", ratio, goal, " × baseline", `${perSecond(rate)}, ${ratio.toFixed(2)} × baseline, ${processes} processes`, {
    processes, perSecond: rate, baselinePerSecond: baseline.perSecond,
    ...Object.fromEntries([...rates].map(([count, each]) => [`processes${count}PerSecond`, each])),
  });
}
