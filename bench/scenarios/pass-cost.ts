import { fillAssigned, fillInLine, fillWaiting } from "../backlog";
import { atMost, told } from "../findings";
import { fillOrganization, ids, type Organization, settleTables } from "../organization";
import { median } from "../percentile";
import type { BenchContext, Finding, Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import type { App } from "../start-app";
import { withDatabase, withRecorder } from "../with";
import { verifyRows } from "../verify";

const goal = 1.5;
const agents = 100;
const capacity = 5;
/** Without the first, which warms up. */
const measuredTurns = 11;
const passesInTurn = 10;

/** Whether a pass costs by what it decides, and not by how many wait. */
export const passCost: Scenario = {
  name: "pass-cost",
  title: "a pass that decides one conversation, with 1,000,000 waiting and with 1,000",
  run(context) {
    return withBacklog(context, 1000, (small) =>
      withBacklog(context, context.count(1_000_000), async (large) => {
        const turns = context.rounds(measuredTurns);
        const took = { small: emptyTimes(), large: emptyTimes() };
        // By turns, so that what else this machine does falls on both.
        for (let turn = 0; turn <= turns; turn++) {
          context.say(turn === 0 ? "pass-cost: warming up" : `pass-cost: turn ${turn} of ${turns}`);
          for (const [name, side] of [["small", small], ["large", large]] as const) {
            const times = await side.time();
            if (turn === 0) continue;
            took[name].enters.push(...times.enters);
            took[name].frees.push(...times.frees);
          }
        }
        return {
          findings: [
            ...compare("one begins, and nobody has room", took.small.enters, took.large.enters),
            ...compare("a slot is freed, and filled", took.small.frees, took.large.frees),
          ],
          problems: [...(await verifyRows(small.database.admin)), ...(await verifyRows(large.database.admin))],
          notes: [
            `Two databases, each with ${agents} agents, all of them full; half of the backlog waits for dedicated agents, half stands in line. Time of one pass, from BEGIN to the end of COMMIT, in a process where nothing else happens; medians of ${turns * passesInTurn}.`,
          ],
        };
      }),
    );
  },
};

interface Backlog {
  readonly database: BenchDatabase;
  time(): Promise<Times>;
}

interface Times {
  readonly enters: number[];
  readonly frees: number[];
}

const emptyTimes = (): Times => ({ enters: [], frees: [] });

function withBacklog<T>(context: BenchContext, waiting: number, work: (backlog: Backlog) => Promise<T>): Promise<T> {
  return withDatabase(context, async (database) => {
    const { admin } = database;
    context.say(`pass-cost: filling, ${waiting.toLocaleString("en")} waiting`);
    const organization = await fillOrganization(admin, { agents, capacity, customers: 4 * agents, linkedCustomers: 2 * agents });
    await fillAssigned(admin, organization, { from: 1, to: agents }, capacity);
    await fillWaiting(admin, organization, { from: 1, to: agents }, waiting / 2);
    await fillInLine(admin, organization, waiting / 2);
    await settleTables(admin);
    return withRecorder(context, database, (app) => work({ database, time: () => timePasses(database, app, organization) }));
  });
}

async function timePasses({ admin }: BenchDatabase, app: App, organization: Organization): Promise<Times> {
  const { organizationId, channelId, queueIds, customerIds } = organization;
  const doneIds = await ids(
    admin,
    "SELECT DISTINCT ON (assignee_id) id FROM conversation WHERE organization_id = $1 AND routing_state = 'assigned' ORDER BY assignee_id, assigned_at LIMIT $2",
    organizationId, passesInTurn,
  );
  const { values } = await app.run({
    kind: "passes", organizationId, channelId, queueIds: [...queueIds], customerIds: customerIds.slice(-passesInTurn), doneIds,
  });
  return { enters: values.slice(0, passesInTurn), frees: values.slice(passesInTurn) };
}

function compare(what: string, small: readonly number[], large: readonly number[]): Finding[] {
  const ratio = median(large) / median(small);
  const measured = `${median(large).toFixed(2)} ms against ${median(small).toFixed(2)} ms, ${ratio.toFixed(2)} ×`;
  if (Number.isNaN(ratio)) return [told(what, "nothing was measured")];
  return [atMost(what, ratio, goal, " ×", measured, { smallMs: median(small), largeMs: median(large) })];
}
