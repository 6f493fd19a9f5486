import { beforeEach, describe, expect, it } from "vitest";
import { putAbsentOffline } from "../commands/put-absent-offline";
import { recordPresence } from "../commands/record-presence";
import { setAgentStatus } from "../commands/set-agent-status";
import { presenceGraceMs } from "../contracts/presence";
import { database, pool } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, createPendingConversation } from "../testing/small-organization";
import { presenceSweep } from "./presence-sweep";

withApiDatabase();

let world: ApiWorld;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 5 });
});

/** One look of a process that has watched long enough. */
const sweep = () => presenceSweep({ watchedMs: 0 })();
const present = (userId: string) => recordPresence(world.organizationId, userId);
const whereAgent = (userId: string) => ({ organizationId_userId: { organizationId: world.organizationId, userId } });
const agent = (userId: string) => database().agent.findUniqueOrThrow({ where: whereAgent(userId) });
const presence = (userId: string) => database().agentPresence.findUnique({ where: whereAgent(userId) });

/** As if nothing had been heard of their workspace for so long. */
async function moveBack(userId: string, seconds: number): Promise<void> {
  await pool().query("UPDATE agent_presence SET seen_at = seen_at - make_interval(secs => $3) WHERE organization_id = $1 AND user_id = $2", [world.organizationId, userId, seconds]);
}

async function absent(options: Parameters<typeof createAgent>[1] = {}): Promise<string> {
  const ben = await createAgent(world, options);
  await present(ben);
  await moveBack(ben, 61);
  return ben;
}

describe("a workspace that is connected", () => {
  it("is written by its user, at most once in 10 seconds", async () => {
    const ben = await createSignedInAgent(world);
    const beat = () => call("POST", "/me/presence", { cookie: ben.cookie });
    const { status, body } = await beat();
    expect(status).toBe(200);
    expect(await beat()).toEqual({ status: 200, body });
    expect((await presence(ben.userId))?.seenAt.toISOString()).toBe(body.seenAt);
    await moveBack(ben.userId, 11);
    const later = (await beat()).body.seenAt;
    expect(Date.parse(later)).toBeGreaterThanOrEqual(Date.parse(body.seenAt));
    expect((await presence(ben.userId))?.seenAt.toISOString()).toBe(later);
  });

  it("is no business of an API key, nor of a user who is no agent", async () => {
    expect(await call("POST", "/me/presence", { key: world.keys.Owner })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
    const ben = await createSignedInAgent(world);
    await database().agent.delete({ where: whereAgent(ben.userId) });
    expect(await call("POST", "/me/presence", { cookie: ben.cookie })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
  });

  it.each(["available", "busy", "unavailable", "offline"] as const)("leaves the status as it is: %s", async (status) => {
    const ben = await createAgent(world, { status });
    const before = await agent(ben);
    await present(ben);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status, statusSince: before.statusSince, changes: before.changes });
  });

  it("never waits for a pass that holds the agent's row", async () => {
    const ben = await createAgent(world);
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT FROM agent WHERE organization_id = $1 AND user_id = $2 FOR NO KEY UPDATE", [world.organizationId, ben]);
      await present(ben);
      await moveBack(ben, 11);
      await present(ben);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
    expect(await presence(ben)).not.toBeNull();
  });
});

describe("the grace period", () => {
  it("ends after 60 seconds and not before", async () => {
    const ben = await createAgent(world);
    await present(ben);
    await moveBack(ben, 50);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "available" });
    await moveBack(ben, 10);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "offline" });
    expect(await presence(ben)).toBeNull();
  });

  it("a second tab changes nothing, neither open nor closed", async () => {
    const ben = await createAgent(world);
    await Promise.all([present(ben), present(ben), present(ben)]);
    expect(await database().agentPresence.count({ where: { userId: ben } })).toBe(1);
    await moveBack(ben, 45);
    await present(ben);
    await moveBack(ben, 45);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "available", changes: 0 });
  });

  it.each(["available", "busy", "unavailable"] as const)("whoever was %s is offline, once, whatever number of processes look", async (status) => {
    const ben = await absent({ status });
    const before = await agent(ben);
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    const after = await agent(ben);
    expect(after).toMatchObject({ status: "offline", handsBack: true, changes: before.changes + 1 });
    expect(after.statusSince.getTime()).toBeGreaterThan(before.statusSince.getTime());
    expect(await presence(ben)).toBeNull();
  });

  it("a custom status ends with it; one that means offline stays", async () => {
    const { organizationId } = world;
    const [lunch, home] = [newId(), newId()];
    await database().customStatus.createMany({
      data: [
        { organizationId, id: lunch, name: "Lunch", type: "unavailable", position: 1 },
        { organizationId, id: home, name: "Gone home", type: "offline", position: 2 },
      ],
    });
    const [ben, cora] = [await absent(), await absent()];
    await setAgentStatus(organizationId, ben, { customStatusId: lunch });
    await setAgentStatus(organizationId, cora, { customStatusId: home });
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "offline", customStatusId: null });
    expect(await agent(cora)).toMatchObject({ status: "offline", customStatusId: home, handsBack: false });
    expect(await presence(cora)).toBeNull();
  });

  it("whoever comes back in time stays, though somebody was about to put them offline", async () => {
    const ben = await absent();
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      await client.query("UPDATE agent_presence SET seen_at = clock_timestamp() WHERE organization_id = $1 AND user_id = $2", [world.organizationId, ben]);
      await sweep();
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    await putAbsentOffline({ organizationId: world.organizationId, userId: ben }, presenceGraceMs);
    expect(await agent(ben)).toMatchObject({ status: "available", changes: 0 });
    expect(await presence(ben)).not.toBeNull();
  });

  it("whoever comes back too late is present and offline until they say otherwise", async () => {
    const ben = await absent();
    await sweep();
    await present(ben);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "offline" });
    await setAgentStatus(world.organizationId, ben, { status: "available" });
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "available" });
  });

  it("whoever never connected a workspace keeps the status that was set", async () => {
    const ben = await createAgent(world);
    await pool().query("UPDATE agent SET status_since = status_since - interval '1 day' WHERE user_id = $1", [ben]);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "available" });
  });

  it("what waits for them is routed at once", async () => {
    const ben = await createAgent(world, { status: "busy", isInTeam: false });
    const id = await createPendingConversation(world, { dedicatedAgentId: ben });
    const stateOf = async () => (await database().conversation.findFirstOrThrow({ where: { id } })).routingState;
    await expect.poll(stateOf).toBe("waiting");
    await present(ben);
    await moveBack(ben, 61);
    await sweep();
    await expect.poll(stateOf).toBe("in_line");
    const entry = await database().routingLogEntry.findFirstOrThrow({ where: { conversationId: id }, orderBy: { id: "desc" } });
    expect(entry.reason).toBe("dedicated_left");
  });
});

describe("after a server restarts or a database was away", () => {
  it("a process that has just begun to look puts nobody offline", async () => {
    const ben = await absent();
    const restarted = presenceSweep({ everyMs: 0 });
    await restarted();
    await restarted();
    expect(await agent(ben)).toMatchObject({ status: "available" });
    await present(ben);
    await sweep();
    expect(await agent(ben)).toMatchObject({ status: "available" });
  });

  it("a look that failed begins the watch anew", async () => {
    const look = presenceSweep({ watchedMs: 1, everyMs: 0 });
    const cora = await absent();
    await look();
    expect(await agent(cora)).toMatchObject({ status: "available" });
    await expect.poll(async () => (await look(), (await agent(cora)).status)).toBe("offline");
    const ben = await absent();
    await withoutTable(async () => await expect(look()).rejects.toThrow());
    await look();
    expect(await agent(ben)).toMatchObject({ status: "available" });
    await expect.poll(async () => (await look(), (await agent(ben)).status)).toBe("offline");
  });

  /** The table is not to be found for a while: the question fails in the database. */
  async function withoutTable(work: () => Promise<void>): Promise<void> {
    await pool().query("ALTER TABLE agent_presence RENAME TO agent_presence_away");
    try {
      await work();
    } finally {
      await pool().query("ALTER TABLE agent_presence_away RENAME TO agent_presence");
    }
  }
});
