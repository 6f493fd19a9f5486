import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { decide } from "../routing/decide";
import { database, pool, transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { forgetStructure } from "../store/structure";
import { createAgent, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { withTestDatabase } from "../testing/test-database";
import { runPass } from "./pass";

let organization: SmallOrganization;

withTestDatabase();
beforeEach(async () => {
  organization = await createSmallOrganization();
});

/** Passes until nothing is left to decide. */
async function route(): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = (await runPass(organization.organizationId, { whenLocked: "wait" }))?.isMore ?? false;
  }
}

async function conversation(id: string) {
  return database().conversation.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: organization.organizationId, id } },
  });
}

function logOf(conversationId: string) {
  const { organizationId } = organization;
  return database().routingLogEntry.findMany({ where: { organizationId, conversationId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

async function setStatus(userId: string, status: "available" | "busy" | "unavailable" | "offline") {
  await database().agent.update({
    where: { organizationId_userId: { organizationId: organization.organizationId, userId } },
    data: { status, changes: { increment: 1 } },
  });
}

async function moveBackInTime(id: string, seconds: number) {
  await database().$executeRaw`
    UPDATE conversation SET wait_began_at = wait_began_at - make_interval(secs => ${seconds}), wait_until = wait_until - make_interval(secs => ${seconds})
    WHERE id = ${id}::uuid`;
}

describe("a pass writes what the table of the contract says", () => {
  test("no dedicated agent: to the next available agent, with the load it costs", async () => {
    const agent = await createAgent(organization);
    const id = await createPendingConversation(organization);
    await route();
    const row = await conversation(id);
    expect(row).toMatchObject({ routingState: "assigned", assigneeId: agent, normalReason: "no_dedicated_agent" });
    expect(await logOf(id)).toMatchObject([{ outcome: "assigned", reason: "no_dedicated_agent", normalRouting: "most_room", agentId: agent }]);
    expect(await database().agent.findFirstOrThrow({ where: { userId: agent } })).toMatchObject({ load: 1 });
  });

  test("offline: normal routing at once", async () => {
    const dedicated = await createAgent(organization, { status: "offline" });
    const other = await createAgent(organization);
    const id = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    expect(await conversation(id)).toMatchObject({ assigneeId: other, normalReason: "dedicated_offline" });
  });

  test("available with room: to them, although they do not serve the queue", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    await createAgent(organization);
    const id = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    expect(await conversation(id)).toMatchObject({ assigneeId: dedicated, normalReason: null });
  });

  test("full: waits from now for the channel's timeout, then goes to them when they get room", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    const first = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    const second = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    const waiting = await conversation(second);
    expect(waiting.routingState).toBe("waiting");
    expect(Number(waiting.waitUntil) - Number(waiting.waitBeganAt)).toBe(300_000);

    await database().conversation.update({
      where: { organizationId_id: { organizationId: organization.organizationId, id: first } },
      data: { state: "done", doneAt: new Date(), routingState: "out", revision: { increment: 1 } },
    });
    await database().agent.updateMany({ where: { userId: dedicated }, data: { load: { decrement: 1 }, changes: { increment: 1 } } });
    await route();
    const routed = await conversation(second);
    expect(routed).toMatchObject({ assigneeId: dedicated, waitUntil: null });
    expect((await logOf(second)).map((entry) => entry.reason)).toEqual(["dedicated_at_capacity", "dedicated_freed"]);
  });

  test("full, and the time passes: normal routing, in line when nobody has room", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    const id = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    await moveBackInTime(id, 300);
    await route();
    expect(await conversation(id)).toMatchObject({ routingState: "in_line", normalReason: "dedicated_timed_out" });
    const agent = await createAgent(organization);
    await route();
    expect(await conversation(id)).toMatchObject({ assigneeId: agent });
  });

  test("waiting, and the agent goes offline: normal routing at once; busy: it goes on waiting", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    const id = await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await route();
    await setStatus(dedicated, "busy");
    await route();
    expect(await conversation(id)).toMatchObject({ routingState: "waiting" });
    await setStatus(dedicated, "offline");
    await route();
    expect(await conversation(id)).toMatchObject({ routingState: "in_line", normalReason: "dedicated_left" });
  });
});

describe("a pass under way", () => {
  test("notes the changes it has taken in, so that nothing is due afterwards", async () => {
    const agent = await createAgent(organization);
    await setStatus(agent, "available");
    await transaction((tx) => lockOrganization(tx, organization.organizationId));
    await route();
    expect(await database().agent.findFirstOrThrow({ where: { userId: agent } })).toMatchObject({ changes: 1, changesRouted: 1 });
    expect(await database().organizationRouter.findFirstOrThrow({ where: { organizationId: organization.organizationId } })).toMatchObject({
      changes: 2,
      changesRouted: 2,
    });
  });

  test("is skipped, or waited for, while another holds the organization's lock", async () => {
    await createAgent(organization);
    const id = await createPendingConversation(organization);
    await transaction(async (tx) => {
      await lockOrganization(tx, organization.organizationId);
      expect(await runPass(organization.organizationId, { whenLocked: "skip" })).toBeNull();
    });
    await route();
    expect(await conversation(id)).toMatchObject({ routingState: "assigned" });
  });

  test("of more conversations than one pass takes, follows until all are decided", async () => {
    await createAgent(organization, { ownCapacity: 1000 });
    await createAgent(organization, { ownCapacity: 1000 });
    const { organizationId, channelId, queueId } = organization;
    const customerId = (await conversation(await createPendingConversation(organization))).customerId;
    await database().$executeRaw`
      INSERT INTO conversation (organization_id, id, customer_id, intake_customer_id, channel_id, queue_id)
      SELECT ${organizationId}::uuid, gen_random_uuid(), ${customerId}::uuid, ${customerId}::uuid, ${channelId}::uuid, ${queueId}::uuid
      FROM generate_series(1, 2999)`;
    await route();
    const states = await database().conversation.groupBy({ by: ["routingState"], where: { organizationId }, _count: true });
    expect(states.map((state) => [state.routingState, state._count]).sort()).toEqual([["assigned", 2000], ["in_line", 1000]]);
    const loads = await database().agent.findMany({ where: { organizationId }, select: { load: true } });
    expect(loads).toEqual([{ load: 1000 }, { load: 1000 }]);
  });

  test("one that does not fit stays in line, one behind it that fits is assigned", async () => {
    const agent = await createAgent(organization, { ownCapacity: 2 });
    const early = new Date(Date.now() - 60_000);
    const first = await createPendingConversation(organization);
    await route();
    const heavy = await createPendingConversation(organization, { weight: 2, enteredAt: early });
    const light = await createPendingConversation(organization);
    await route();
    expect(await conversation(first)).toMatchObject({ assigneeId: agent });
    expect(await conversation(heavy)).toMatchObject({ routingState: "in_line" });
    expect(await conversation(light)).toMatchObject({ assigneeId: agent });
  });
});

describe("a decision is stored", () => {
  test("with the facts from which the same decision comes out again", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    await createAgent(organization);
    for (let index = 0; index < 4; index += 1) await createPendingConversation(organization, { dedicatedAgentId: dedicated });
    await createPendingConversation(organization);
    await route();
    const entries = await database().routingLogEntry.findMany({ where: { organizationId: organization.organizationId } });
    expect(entries).toHaveLength(5);
    for (const entry of entries) {
      const outcome = decide(JSON.parse(JSON.stringify(entry.facts)));
      expect({ kind: entry.outcome, reason: entry.reason }).toEqual({ kind: outcome.kind, reason: outcome.reason });
      expect(entry.agentId).toBe("agentId" in outcome ? outcome.agentId : null);
    }
  });
});

test("what is decided is never earlier than the fact it is decided from, though that came while the pass was reading", async () => {
  const { organizationId } = organization;
  await createAgent(organization);
  const other = new Client({ connectionString: process.env["DATABASE_URL"] });
  await other.connect();
  try {
    // The pass has read its clock, and waits for what it has not read before of this organization.
    await other.query("BEGIN");
    await other.query("LOCK TABLE routing_settings IN ACCESS EXCLUSIVE MODE");
    forgetStructure(organizationId);
    const id = await createPendingConversation(organization);
    const pass = runPass(organizationId, { whenLocked: "wait" });
    await expect
      .poll(async () => (await pool().query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount, { interval: 20 })
      .toBe(1);
    const { rows } = await other.query<{ now: Date }>("UPDATE agent SET status = 'busy', changes = changes + 1 WHERE organization_id = $1 RETURNING clock_timestamp() AS now", [organizationId]);
    await other.query("COMMIT");
    await pass;
    const [entry] = await logOf(id);
    expect(entry).toMatchObject({ outcome: "in_line", normalRouting: "no_agent_available" });
    expect(entry?.at.getTime()).toBeGreaterThanOrEqual(rows[0]?.now.getTime() ?? Infinity);
  } finally {
    await other.end();
  }
});
