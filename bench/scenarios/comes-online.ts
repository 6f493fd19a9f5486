import { fillPast, fillWaiting } from "../backlog";
import { databaseClock } from "../commit-times";
import { atMost } from "../findings";
import { fillOrganization, settleTables } from "../organization";
import type { Scenario } from "../scenario";
import type { BenchDatabase } from "../server";
import { withDatabase, withRouter } from "../with";
import { broken, untilNone, verifyRows } from "../verify";
import { rememberWaits } from "../waits";

const goalMs = 1000;
const capacity = 5;
const waitingForEach = 200;

/** What an agent gets who comes to work before a queue of people who want nobody else. */
export const comesOnline: Scenario = {
  name: "comes-online",
  title: "one agent, capacity 5, comes online before 200 waiting for them",
  run(context) {
    const agents = context.count(10, 2);
    return withDatabase(context, async (database) => {
      const { admin } = database;
      const organization = await fillOrganization(admin, {
        agents, capacity, customers: 4 * agents, linkedCustomers: agents, status: "offline", whenAgentAbsent: "wait",
      });
      const { organizationId, agentIds } = organization;
      await fillPast(admin, organization, context.count(10_000));
      await fillWaiting(admin, organization, { from: 1, to: agents }, agents * waitingForEach);
      await rememberWaits(admin);
      await settleTables(admin);
      return withRouter(context, database, async (app) => {
        const took: number[] = [];
        for (const [index, userId] of agentIds.entries()) {
          context.say(`comes-online: agent ${index + 1} of ${agents}`);
          // Every second one was on a call, which is no room either.
          if (index % 2 === 1) await app.run({ kind: "status", organizationId, userId, status: "busy" });
          const since = await databaseClock(admin);
          await app.run({ kind: "status", organizationId, userId, status: "available" });
          await untilNone(admin, "SELECT 1 FROM agent WHERE organization_id = $1 AND user_id = $2 AND load < $3", 10, [organizationId, userId, capacity]);
          took.push(await msUntilLastDecision(database, organizationId, userId, since));
        }
        return {
          findings: [
            atMost("five are assigned within", Math.max(...took), goalMs, " ms", `${Math.max(...took).toFixed(0)} ms, slowest of ${agents} agents`, { maxMs: Math.max(...took), minMs: Math.min(...took) }),
          ],
          problems: [...(await verifyRows(admin)), ...(await verifyOrder(database))],
          notes: [`${agents} agents in turn, from offline and from busy, in a channel that waits for absent agents. From just before the status is said, by the product's command, to the commit of the fifth decision.`],
        };
      });
    });
  },
};

async function msUntilLastDecision({ admin }: BenchDatabase, organizationId: string, userId: string, since: Date): Promise<number> {
  const { rows } = await admin.query<{ ms: number }>(
    `SELECT (extract(epoch FROM max(pg_xact_commit_timestamp(xmin)) - $3) * 1000)::float8 AS ms
     FROM routing_log WHERE organization_id = $1 AND agent_id = $2 AND outcome = 'assigned'`,
    [organizationId, userId, since],
  );
  return rows[0]?.ms ?? Number.NaN;
}

function verifyOrder({ admin }: BenchDatabase): Promise<string[]> {
  return broken(admin, [
    [
      "agents who were not assigned exactly five",
      `SELECT count(*) FROM agent a WHERE a.load <> ${capacity}
         OR (SELECT count(*) FROM routing_log d WHERE d.organization_id = a.organization_id AND d.agent_id = a.user_id AND d.outcome = 'assigned') <> ${capacity}`,
    ],
    [
      "conversations that were assigned before one that had waited longer",
      `SELECT count(*) FROM (SELECT assignee_id, row_number() OVER (PARTITION BY dedicated_agent_id ORDER BY entered_at, id) AS n FROM conversation WHERE state = 'open') c
       WHERE (c.assignee_id IS NOT NULL) <> (c.n <= ${capacity})`,
    ],
    [
      "conversations that wait on and did not keep their waitUntil",
      `SELECT count(*) FROM conversation c JOIN bench_wait w USING (organization_id, id)
       WHERE c.assignee_id IS NULL AND (c.routing_state <> 'waiting' OR c.wait_until <> w.wait_until OR c.wait_began_at <> w.wait_began_at)`,
    ],
  ]);
}
