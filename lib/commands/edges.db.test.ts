import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";
import { wakeDueConversations } from "./wake-due-conversations";

/** Edges of the routing contract, §2, as people and programs bring them about. */
withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 1 });
  key = world.keys.Owner;
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const put = (path: string, body: unknown) => call("PUT", path, { key, body });

/** A conversation from a customer of this agent's. */
async function write(dedicatedAgentId: string | null, customerId?: string) {
  const from = customerId ?? (await createCustomer(world, dedicatedAgentId));
  const { status, body } = await post("/conversations", { customer: { id: from }, channel: "chat", text: "Hello" });
  expect(status).toBe(201);
  return { id: String(body.id), customerId: from, body, address: `/conversations/${body.id}` };
}

const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } });

async function loadOf(userId: string): Promise<number> {
  return (await get(`/users/${userId}`)).body.agent.load;
}

async function reasonsOf(id: string): Promise<string[]> {
  return (await get(`/conversations/${id}/routing-log`)).body.items.map(({ reason }: { reason: string }) => reason);
}

async function settled(id: string, state: string) {
  await expect.poll(async () => (await readRow(id)).routingState, { timeout: 3000, interval: 20 }).toBe(state);
  return (await get(`/conversations/${id}`)).body;
}

/** A busy dedicated agent outside the team, one conversation that waits for them, and nobody else available. */
async function aWait() {
  const agentId = await createAgent(world, { name: "Ana", status: "busy", isInTeam: false });
  const conversation = await write(agentId);
  expect(conversation.body).toMatchObject({ routing: { state: "waiting", wait: { agent: { id: agentId } } } });
  return { ...conversation, agentId };
}

describe("edge 5: a wait is over, and no timer is left, when the conversation is", () => {
  it.each([
    ["assigned by hand", "assign", "assigned"],
    ["snoozed", "snooze", "out"],
    ["done", "done", "out"],
  ])("%s", async (_, deed, state) => {
    const { id, address } = await aWait();
    const body = deed === "assign" ? { agentId: await createAgent(world, { status: "offline" }) } : deed === "snooze" ? { until: inOneHour() } : undefined;
    expect((await post(`${address}/${deed}`, body)).body.routing).toMatchObject({ state, wait: null });
    expect(await readRow(id)).toMatchObject({ waitBeganAt: null, waitUntil: null, passedOverSince: null });
  });
});

describe("edge 8: one that was passed over for 60 s holds its agent's room", () => {
  it("until somebody takes it by hand, and then the others have the room at once", async () => {
    const ana = await createAgent(world, { name: "Ana", ownCapacity: 2 });
    const { organizationId } = world;
    const heavyQueue = await database().queue.create({ data: { organizationId, id: newId(), name: "Heavy", weight: 2 } });
    await write(ana);
    const customerId = await createCustomer(world, ana);
    const { body } = await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hello", queueId: heavyQueue.id });
    expect(body.routing.state).toBe("waiting");
    await database().conversation.update({ where: { organizationId_id: { organizationId, id: body.id } }, data: { passedOverSince: new Date(Date.now() - 61_000) } });

    const { id } = await write(null);
    expect(await readRow(id)).toMatchObject({ routingState: "in_line" });
    await post(`/conversations/${body.id}/assign`, { agentId: await createAgent(world, { status: "offline" }) });
    expect(await settled(id, "assigned")).toMatchObject({ assignee: { id: ana } });
  });
});

describe("edge 10: Route now", () => {
  it("ends the wait, and normal routing decides within the answer", async () => {
    const { id, address } = await aWait();
    const ben = await createAgent(world, { name: "Ben" });
    expect(await post(`${address}/route-now`)).toMatchObject({ status: 200, body: { assignee: { id: ben }, routing: { state: "assigned" } } });
    expect(await reasonsOf(id)).toEqual(["dedicated_at_capacity", "route_now_pressed", "routed_now"]);
    expect(await post(`${address}/route-now`)).toMatchObject({ status: 409 });
  });
});

describe("edge 13: a conversation moved to another timeline", () => {
  it("keeps its wait and its dedicated agent, and says from whose timeline; neither customer's link changes", async () => {
    const { id, address, customerId, agentId } = await aWait();
    const wait = (await readRow(id)).waitUntil;
    const other = await createCustomer(world, await createAgent(world, { status: "busy", isInTeam: false }));
    const before = await database().customer.findMany({ where: { organizationId: world.organizationId }, orderBy: { id: "asc" } });
    expect(await post(`${address}/move`, { customerId: other })).toMatchObject({
      status: 200,
      body: { customer: { id: other }, routing: { state: "waiting", wait: { agent: { id: agentId } } }, dedicatedAgent: { agent: { id: agentId }, fromCustomer: { id: customerId } } },
    });
    expect((await readRow(id)).waitUntil).toEqual(wait);
    expect(await database().customer.findMany({ where: { organizationId: world.organizationId }, orderBy: { id: "asc" } })).toEqual(before);
    await put(`/customers/${other}/dedicated-agent`, { agentId: await createAgent(world, { status: "busy", isInTeam: false }) });
    expect(await readRow(id)).toMatchObject({ dedicatedAgentId: agentId, waitUntil: wait });
    expect((await reasonsOf(id)).at(-1)).toBe("moved");
    await call("DELETE", `/customers/${customerId}/dedicated-agent`, { key });
    expect(await settled(id, "in_line")).toMatchObject({ dedicatedAgent: null });
  });
});

describe("edges 4 and 15: a link set, changed or removed", () => {
  it("reaches conversations that need routing now, and leaves assigned ones where they are", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const assigned = await write(null);
    expect(assigned.body.assignee).toMatchObject({ id: ben });
    const inLine = await write(null, assigned.customerId);
    expect(inLine.body.routing.state).toBe("in_line");
    const ana = await createAgent(world, { name: "Ana", isInTeam: false });
    await put(`/customers/${assigned.customerId}/dedicated-agent`, { agentId: ana });
    expect(await settled(inLine.id, "assigned")).toMatchObject({ assignee: { id: ana } });
    expect(await reasonsOf(inLine.id)).toEqual(["no_dedicated_agent", "link_changed", "dedicated_available"]);
    expect((await get(assigned.address)).body.assignee.id).toBe(ben);
  });

  it("changed while waiting: decided afresh, within the wait that began", async () => {
    const { id, customerId } = await aWait();
    const before = await readRow(id);
    const cora = await createAgent(world, { name: "Cora", status: "busy", isInTeam: false });
    await put(`/customers/${customerId}/dedicated-agent`, { agentId: cora });
    await expect.poll(() => reasonsOf(id), { timeout: 3000 }).toEqual(["dedicated_at_capacity", "link_changed", "dedicated_at_capacity"]);
    expect(await readRow(id)).toMatchObject({ routingState: "waiting", dedicatedAgentId: cora, waitBeganAt: before.waitBeganAt, waitUntil: before.waitUntil });
  });
});

describe("edge 16: a conversation that comes back", () => {
  async function done(agentStatus: "available" | "unavailable") {
    const ben = await createAgent(world, { name: "Ben" });
    const first = await write(null);
    await post(`${first.address}/done`);
    // Ben is full again by the time it comes back.
    const second = await write(null);
    expect(second.body.assignee).toMatchObject({ id: ben });
    await put(`/users/${ben}/status`, { status: agentStatus });
    return { ...first, ben };
  }
  const writeAgain = (address: string) => post(`${address}/messages`, { text: "Once more", author: "customer" });

  it("stays with its assignee who is available, counted as load even over capacity", async () => {
    const { id, address, ben } = await done("available");
    await writeAgain(address);
    expect((await get(address)).body).toMatchObject({ state: "open", assignee: { id: ben }, routing: { state: "assigned" } });
    expect(await loadOf(ben)).toBe(2);
    expect((await reasonsOf(id)).at(-1)).toBe("reopened");
    expect((await get(`${address}/routing-log`)).body.items.at(-1).sentence).toContain("2 of 1");
  });

  it("leaves one who is not, and is decided afresh by the link as it now is", async () => {
    const { id, address, customerId, ben } = await done("unavailable");
    const ana = await createAgent(world, { name: "Ana", status: "busy", isInTeam: false });
    await put(`/customers/${customerId}/dedicated-agent`, { agentId: ana });
    await writeAgain(address);
    expect(await settled(id, "waiting")).toMatchObject({ assignee: null, dedicatedAgent: { agent: { id: ana } } });
    expect(await loadOf(ben)).toBe(1);
  });

  it("stays with one who is not, without automatic user unassignment", async () => {
    const { address, ben } = await done("unavailable");
    await database().routingSettings.update({ where: { organizationId: world.organizationId }, data: { automaticUserUnassignment: false } });
    expect(await post(`${address}/reopen`)).toMatchObject({ body: { state: "open", assignee: { id: ben } } });
    expect(await loadOf(ben)).toBe(2);
  });

  it("wakes when its time has come, once, by the same rule", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id, address } = await write(null);
    await post(`${address}/snooze`, { until: inOneHour() });
    expect(await loadOf(ben)).toBe(0);
    await wakeDueConversations();
    expect((await readRow(id)).state).toBe("snoozed");
    await database().conversation.updateMany({ where: { id }, data: { snoozedUntil: new Date(Date.now() - 1000) } });
    await Promise.all([wakeDueConversations(), wakeDueConversations()]);
    expect((await get(address)).body).toMatchObject({ state: "open", snoozedUntil: null, assignee: { id: ben } });
    expect(await loadOf(ben)).toBe(1);
    expect((await reasonsOf(id)).filter((reason) => reason === "woke")).toHaveLength(1);
  });

  it("a customer who writes wakes it before its time", async () => {
    await createAgent(world, { name: "Ben" });
    const { address } = await write(null);
    await post(`${address}/snooze`, { until: inOneHour() });
    await writeAgain(address);
    expect((await get(address)).body).toMatchObject({ state: "open", snoozedUntil: null });
  });
});

describe("edge 18: assigned by hand", () => {
  it("may exceed the capacity, and the router leaves it; taken off, it is decided afresh", async () => {
    const ben = await createAgent(world, { name: "Ben", status: "offline" });
    const [one, two] = [await write(null), await write(null)];
    await post(`${one.address}/assign`, { agentId: ben });
    await post(`${two.address}/assign`, { agentId: ben });
    expect(await loadOf(ben)).toBe(2);
    await put(`/users/${ben}/status`, { status: "available" });
    await createAgent(world, { name: "Cora", status: "offline" });
    expect((await get(`${two.address}/routing-log`)).body.items.at(-1).sentence).toContain("2 of 1");
    expect(await post(`${two.address}/assign`, { agentId: null })).toMatchObject({ body: { assignee: null, routing: { state: "in_line" } } });
    expect((await get(one.address)).body.assignee.id).toBe(ben);
    expect(await loadOf(ben)).toBe(1);
  });

  it("not to one who can't be routed conversations", async () => {
    const { address } = await write(null);
    const left = await createAgent(world, { status: "offline" });
    await database().user.updateMany({ where: { id: left }, data: { isActive: false } });
    expect(await post(`${address}/assign`, { agentId: left })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
  });
});

describe("edge 20: opened by an agent", () => {
  it("is theirs at once, over capacity too, without a dedicated check", async () => {
    const me = await createSignedInAgent(world, { name: "Mia" });
    const ana = await createAgent(world, { name: "Ana", isInTeam: false });
    const customerId = await createCustomer(world, ana);
    const body = { customer: { id: customerId }, channel: "chat", text: "We found your glove", clientMessageId: "glove" };
    for (const text of ["one", "two"]) {
      const opened = await call("POST", "/conversations", { cookie: me.cookie, body: { ...body, clientMessageId: text } });
      expect(opened).toMatchObject({ status: 201, body: { assignee: { id: me.userId }, dedicatedAgent: null, messages: [{ author: "agent", user: { id: me.userId } }] } });
      expect(await reasonsOf(opened.body.id)).toEqual(["opened_by_agent"]);
    }
    expect(await loadOf(me.userId)).toBe(2);
    expect(await loadOf(ana)).toBe(0);
    const again = await call("POST", "/conversations", { cookie: me.cookie, body: { ...body, clientMessageId: "two" } });
    expect(again.status).toBe(201);
    expect(await loadOf(me.userId)).toBe(2);
  });
});

describe("edge 4: settings saved while conversations wait", () => {
  async function save(change: { dedicatedAgentEnabled?: boolean; timeoutSeconds?: number; whenAgentAbsent?: "route" | "wait" }) {
    const { version, channels } = (await get("/routing-settings")).body;
    const { timeoutSeconds, whenAgentAbsent } = { ...channels[0], ...change };
    return put("/routing-settings", { version, dedicatedAgentEnabled: change.dedicatedAgentEnabled ?? true, channels: [{ id: world.channelId, timeoutSeconds, whenAgentAbsent }] });
  }

  it("a timeout: running waits keep theirs", async () => {
    const { id } = await aWait();
    const before = await readRow(id);
    expect(await save({ timeoutSeconds: 5 })).toMatchObject({ status: 200, body: { waitingCount: 1 } });
    expect(await readRow(id)).toMatchObject({ routingState: "waiting", waitUntil: before.waitUntil });
  });

  it("the feature switched off: all waits end at once", async () => {
    const { id } = await aWait();
    await save({ dedicatedAgentEnabled: false });
    await settled(id, "in_line");
    expect((await reasonsOf(id)).at(-1)).toBe("feature_off");
  });

  it("the channel no longer waits for absent agents: those who wait for one go to normal routing", async () => {
    await save({ whenAgentAbsent: "wait" });
    const away = await createAgent(world, { name: "Ana", status: "unavailable", isInTeam: false });
    const { id } = await write(away);
    expect((await readRow(id)).routingState).toBe("waiting");
    await save({ whenAgentAbsent: "route" });
    await settled(id, "in_line");
  });
});

function inOneHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}
