import { fillPast } from "../backlog";
import { atLeast, atMost } from "../findings";
import { fillOrganization, type Organization, settleTables } from "../organization";
import { median } from "../percentile";
import { rateWhileArriving } from "../record-bursts";
import type { BenchContext, Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import { verifyRows } from "../verify";
import { withDatabase, withRecorder, withRouters } from "../with";

const organizationCount = 50;

/** Whether more router processes on one database are ever in each other's way. */
export const processes: Scenario = {
  name: "processes",
  title: "50 organizations, 4 router processes on one database against 1",
  run(context) {
    return withDatabase(context, async (database) => {
      const conversations = context.count(400, 20);
      const organizations: Organization[] = [];
      const rounds = context.rounds(3);
      for (let number = 1; number <= organizationCount; number++) {
        const organization = await fillOrganization(database.admin, { agents: 20, capacity: 1000, customers: conversations, linkedCustomers: conversations / 2, teams: 2 });
        await fillPast(database.admin, organization, context.count(1000, 10));
        organizations.push(organization);
      }
      await settleTables(database.admin);
      const seconds = { one: [] as number[], four: [] as number[] };
      const problems: string[] = [];
      // By turns, so that what else this machine does falls on both.
      for (let round = 1; round <= rounds; round++) {
        for (const [name, count] of [["one", 1], ["four", 4]] as const) {
          context.say(`processes: round ${round} of ${rounds}, ${count}`);
          const run = await measure(context, database, organizations, count, conversations);
          seconds[name].push(run.seconds);
          problems.push(...run.problems);
        }
      }
      const deadlocks = await countDeadlocks(database);
      problems.push(...(await verifyRows(database.admin)));
      if (deadlocks > 0) problems.push(`${deadlocks} deadlocks`);
      const [one, four] = [median(seconds.one), median(seconds.four)];
      return {
        findings: [
          atLeast("speed of 4 processes against 1", one / four, 1, " ×", `${four.toFixed(2)} s against ${one.toFixed(2)} s, ${(one / four).toFixed(2)} ×`, { oneSeconds: one, fourSeconds: four }),
          atMost("deadlocks", deadlocks, 0, "", String(deadlocks)),
          atMost("decisions lost or made twice", problems.length, 0, "", problems.length === 0 ? "0" : "some, see below"),
        ],
        problems,
        notes: [
          `${organizationCount} × ${conversations} conversations in 4 bursts each, all organizations at once; the facts are recorded by one more process, which routes nothing, and any of the others may route them. Medians of ${rounds} rounds, one process and four by turns.`,
        ],
      };
    });
  },
};

function measure(context: BenchContext, database: BenchDatabase, organizations: readonly Organization[], count: number, conversations: number) {
  // Recorded by a process of its own, so that the same arrives in the same way however many route it.
  return withRecorder(context, database, (recorder) =>
    withRouters(context, database, count, async () => {
      const run = { database, apps: [recorder], organizations, bursts: 4 };
      const problems: string[] = [];
      // For each process as much again, unmeasured, and once more: four have four times as much to compile.
      for (let turn = 0; turn <= count; turn++) problems.push(...(await rateWhileArriving({ ...run, conversations })).problems);
      const measured = await rateWhileArriving({ ...run, conversations });
      return { seconds: measured.seconds, problems: [...problems, ...measured.problems] };
    }),
  );
}

async function countDeadlocks({ admin }: BenchDatabase): Promise<number> {
  const { rows } = await admin.query<{ deadlocks: string }>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  return Number(rows[0]?.deadlocks ?? 0);
}
