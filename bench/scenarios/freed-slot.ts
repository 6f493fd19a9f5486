import { arrivals } from "../arrivals";
import { fillAssigned, fillInLine, fillWaiting } from "../backlog";
import { databaseClock, fromRoomToDecision } from "../commit-times";
import { atMost } from "../findings";
import { fillOrganization, ids, settleTables } from "../organization";
import { spreadInWords, spreadOf } from "../percentile";
import type { Scenario } from "../scenario";
import { withDatabase, withRouter } from "../with";
import { untilNone, verifyRows } from "../verify";

const goalMs = 25;
const perSecond = 20;
const capacity = 5;

/** How long a slot stays empty when somebody wants it. */
export const freedSlot: Scenario = {
  name: "freed-slot",
  title: "a slot freed until it is filled, with 100,000 waiting for agents and 100,000 in line",
  run(context) {
    const agents = context.count(1000, 100);
    return withDatabase(context, async (database) => {
      const { admin } = database;
      context.say("freed-slot: filling");
      const organization = await fillOrganization(admin, { agents, capacity, customers: 4 * agents, linkedCustomers: agents });
      const { organizationId } = organization;
      await fillAssigned(admin, organization, { from: 1, to: agents }, capacity);
      // The other half of the agents have nobody waiting for them: their room goes to who is in line.
      await fillWaiting(admin, organization, { from: 1, to: agents / 2 }, context.count(100_000));
      await fillInLine(admin, organization, context.count(100_000));
      await settleTables(admin);
      // One conversation of each agent, so that a decision tells which room it took.
      const held = await ids(
        admin,
        `SELECT id FROM (SELECT DISTINCT ON (assignee_id) id, assignee_id FROM conversation WHERE organization_id = $1 AND routing_state = 'assigned') c
         ORDER BY md5(assignee_id::text)`,
        organizationId,
      );
      return withRouter(context, database, async (app) => {
        const warmUp = arrivals({ perSecond, seconds: context.seconds(3), seed: 1 });
        await app.run({ kind: "done", organizationId, conversationIds: held.slice(0, warmUp.length), atMs: warmUp });
        const atMs = arrivals({ perSecond, seconds: context.seconds(30), seed: 2 });
        const freed = held.slice(warmUp.length, warmUp.length + atMs.length);
        context.say(`freed-slot: freeing ${freed.length}`);
        const since = await databaseClock(admin);
        const { failed, firstError } = await app.run({ kind: "done", organizationId, conversationIds: freed, atMs: atMs.slice(0, freed.length) });
        await untilNone(admin, "SELECT 1 FROM agent WHERE load < $1 LIMIT 1", 30, [capacity]);
        const spread = spreadOf(await fromRoomToDecision(admin, organizationId, since));
        const problems = await verifyRows(admin);
        if (failed > 0) problems.push(`${failed} facts could not be recorded: ${firstError ?? ""}`);
        if (spread.count !== freed.length) problems.push(`${spread.count} of ${freed.length} freed slots have a decision`);
        return {
          findings: [atMost("99 % of the freed slots are filled within", spread.p99, goalMs, " ms", spreadInWords(spread), { ...spread })],
          problems,
          notes: [
            `${agents} agents, all full; conversations are marked done by the product's command, ${perSecond} a second at random times, one of each agent. Half of the agents have others waiting for them; the room of the rest goes to the line. From the commit that made the room to the commit that took it, by pg_xact_commit_timestamp of the two log entries.`,
          ],
        };
      });
    });
  },
};
