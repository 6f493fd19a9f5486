import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer, noteChange } from "../testing/small-organization";

/** What other routers' own test suites assert, where it takes rows to show: docs/peer-cases.md has all of them by these ids. */
withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 2 });
  key = world.keys.Owner;
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const put = (path: string, body: unknown) => call("PUT", path, { key, body });
const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } });

async function write(options: { dedicatedAgentId?: string; queueId?: string } = {}) {
  const customerId = await createCustomer(world, options.dedicatedAgentId ?? null);
  const { status, body } = await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hello", ...(options.queueId && { queueId: options.queueId }) });
  expect(status).toBe(201);
  return { id: String(body.id), state: String(body.routing.state), assigneeId: body.assignee ? String(body.assignee.id) : null, address: `/conversations/${body.id}` };
}

async function becomes(id: string, state: string) {
  await expect.poll(async () => (await readRow(id)).routingState, { timeout: 3000, interval: 20 }).toBe(state);
}

/** A capacity set by whoever may: a change of the agent's row that counts, as every such write does. */
async function setOwnCapacity(userId: string, ownCapacity: number | null) {
  await database().agent.updateMany({ where: { userId }, data: { ownCapacity, changes: { increment: 1 } } });
}

describe("what an agent may hold", () => {
  it("LHC-02, RC-36, RC-39, RCI-03: their own capacity counts instead of the team's", async () => {
    await createAgent(world, { name: "Ben", ownCapacity: 1 });
    expect([(await write()).state, (await write()).state]).toEqual(["assigned", "in_line"]);
  });

  it("RC-19, RC-21: raised, it is given what stands in line, without anything new coming in", async () => {
    const ben = await createAgent(world, { name: "Ben", ownCapacity: 1 });
    await write();
    const second = await write();
    expect(second.state).toBe("in_line");
    await setOwnCapacity(ben, 2);
    await becomes(second.id, "assigned");
  });

  it("RC-19: raised, a dedicated agent is given what waits for them", async () => {
    const ana = await createAgent(world, { name: "Ana", isInTeam: false, ownCapacity: 1 });
    await write({ dedicatedAgentId: ana });
    const second = await write({ dedicatedAgentId: ana });
    expect(second.state).toBe("waiting");
    await setOwnCapacity(ana, 2);
    await becomes(second.id, "assigned");
  });

  it("RC-20, RC-41: it counts over all teams", async () => {
    const { organizationId } = world;
    const ben = await createAgent(world, { name: "Ben", ownCapacity: 2 });
    const other = await database().queue.create({ data: { organizationId, id: newId(), name: "Other" } });
    const team = await database().team.create({ data: { organizationId, id: newId(), name: "Others", capacity: 9, members: { create: { user: { connect: { organizationId_id: { organizationId, id: ben } } } } } } });
    await database().teamQueue.create({ data: { organizationId, teamId: team.id, queueId: other.id } });
    await noteChange(world);
    expect([(await write()).state, (await write()).state, (await write({ queueId: other.id })).state]).toEqual(["assigned", "assigned", "in_line"]);
  });

  it("RC-32 (ours differs): by hand it may be exceeded, and is shown so; the router never does", async () => {
    const ben = await createAgent(world, { name: "Ben", ownCapacity: 1 });
    await write();
    const second = await write();
    expect(await post(`${second.address}/assign`, { agentId: ben })).toMatchObject({ status: 200, body: { assignee: { id: ben } } });
    expect((await get(`/users/${ben}`)).body.agent).toMatchObject({ load: 2, capacity: 1 });
    expect((await write()).state).toBe("in_line");
  });
});

describe("where there is nobody", () => {
  it("CW-08, CW-15, CW-32: a team whose routing is switched off gets nothing", async () => {
    await createAgent(world, { name: "Ben" });
    await database().team.updateMany({ where: { organizationId: world.organizationId }, data: { routingEnabled: false } });
    await noteChange(world);
    expect((await write()).state).toBe("in_line");
  });

  it("RC-06 (ours differs), OS-02: it is taken in, and stands in line until somebody is there", async () => {
    const { id, state } = await write();
    expect(state).toBe("in_line");
    await createAgent(world, { name: "Ben" });
    await becomes(id, "assigned");
  });
});

describe("what is asked of a link and of settings", () => {
  it("RC-66, RC-67: only an agent can be linked, and a refused link changes nothing", async () => {
    const customerId = await createCustomer(world);
    const address = `/customers/${customerId}/dedicated-agent`;
    expect(await put(address, { agentId: newId() })).toMatchObject({ status: 404 });
    const left = await createAgent(world, { name: "Left" });
    await database().user.updateMany({ where: { id: left }, data: { isActive: false } });
    expect(await put(address, { agentId: left })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
    expect(await database().customer.findFirstOrThrow({ where: { id: customerId } })).toMatchObject({ dedicatedAgentId: null });
    const ana = await createAgent(world, { name: "Ana" });
    expect(await put(address, { agentId: ana })).toMatchObject({ status: 200, body: { dedicatedAgent: { agent: { id: ana } } } });
  });

  it.each([0, -1, 4, 3601, "60", 5.5])("RC-62, RC-43: a timeout of %s is refused", async (timeoutSeconds) => {
    const { version } = (await get("/routing-settings")).body;
    const saved = await put("/routing-settings", { version, dedicatedAgentEnabled: true, channels: [{ id: world.channelId, timeoutSeconds, whenAgentAbsent: "route" }] });
    expect(saved.status).toBe(422);
    expect(await database().channel.findFirstOrThrow({ where: { id: world.channelId } })).toMatchObject({ dedicatedTimeoutSeconds: 300 });
  });

  it("ZAM-02: the same status again changes nothing, another one does", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const before = (await get(`/users/${ben}`)).body.agent.statusSince;
    expect((await put(`/users/${ben}/status`, { status: "available" })).body.agent.statusSince).toBe(before);
    expect((await put(`/users/${ben}/status`, { status: "busy" })).body.agent).toMatchObject({ status: "busy" });
  });
});

describe("passed on", () => {
  it("RCI-05: to the queue of a team whose agents are full: it leaves its agent and stands in line there", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id, address, assigneeId } = await write();
    expect(assigneeId).toBe(ben);
    const { id: queueId } = await database().queue.create({ data: { organizationId: world.organizationId, id: newId(), name: "Billing" } });
    await noteChange(world);
    expect(await post(`${address}/transfer`, { queueId })).toMatchObject({ body: { assignee: null, routing: { state: "in_line", queue: { name: "Billing" } } } });
    expect((await get(`/users/${ben}`)).body.agent.load).toBe(0);
    expect((await readRow(id)).queueId).toBe(queueId);
  });
});
