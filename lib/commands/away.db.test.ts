import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer, noteChange } from "../testing/small-organization";
import { takeBackDue } from "./take-back";

/** Agents who go away, conversations that are passed on, and lines that overflow (the routing contract, §2 and §3). */
withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 2 });
  key = world.keys.Owner;
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const setStatus = (agentId: string, body: object) => call("PUT", `/users/${agentId}/status`, { key, body });
const ofId = (id: string) => ({ organizationId_id: { organizationId: world.organizationId, id } });
const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: ofId(id) });
const loadOf = async (userId: string): Promise<number> => (await get(`/users/${userId}`)).body.agent.load;
const reasonsOf = async (id: string): Promise<string[]> => (await get(`/conversations/${id}/routing-log`)).body.items.map(({ reason }: { reason: string }) => reason);

async function write(options: { dedicatedAgentId?: string; queueId?: string } = {}) {
  const customerId = await createCustomer(world, options.dedicatedAgentId ?? null);
  const { body } = await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hello", ...(options.queueId && { queueId: options.queueId }) });
  return { id: String(body.id), body, address: `/conversations/${body.id}` };
}

async function settled(id: string, state: string) {
  await expect.poll(async () => (await readRow(id)).routingState, { timeout: 3000, interval: 20 }).toBe(state);
  return (await get(`/conversations/${id}`)).body;
}

async function createQueue(name: string, options: { weight?: number; overflowAfterSeconds?: number } = {}): Promise<string> {
  const { id } = await database().queue.create({ data: { organizationId: world.organizationId, id: newId(), name, ...options } });
  await noteChange(world);
  return id;
}

async function serve(queueId: string, options: { isOverflow?: boolean } = {}) {
  await database().teamQueue.create({ data: { organizationId: world.organizationId, teamId: world.teamId, queueId, ...options } });
  await noteChange(world);
}

describe("edge 17: an agent goes offline with open conversations", () => {
  it("they stay, unless the organization requeues them", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id } = await write();
    await setStatus(ben, { status: "offline" });
    expect(await readRow(id)).toMatchObject({ routingState: "assigned", assigneeId: ben });
    expect(await database().agent.findFirstOrThrow({ where: { userId: ben } })).toMatchObject({ handsBack: false, load: 1 });
  });

  describe("with Requeue when offline", () => {
    beforeEach(async () => {
      await database().routingSettings.update({ where: { organizationId: world.organizationId }, data: { requeueWhenOffline: true } });
      await noteChange(world);
    });

    it("they are decided afresh, with a fresh dedicated check and a fresh wait; snoozed ones and those given by hand meanwhile stay", async () => {
      const ben = await createAgent(world, { name: "Ben" });
      const [first, snoozed] = [await write(), await write()];
      await post(`${snoozed.address}/snooze`, { until: new Date(Date.now() + 3_600_000).toISOString() });
      const cora = await createAgent(world, { name: "Cora", status: "busy", isInTeam: false });
      await call("PUT", `/customers/${first.body.customer.id}/dedicated-agent`, { key, body: { agentId: cora } });
      await setStatus(ben, { status: "offline" });
      expect(await settled(first.id, "waiting")).toMatchObject({ assignee: null, dedicatedAgent: { agent: { id: cora } } });
      expect(await reasonsOf(first.id)).toEqual(["no_dedicated_agent", "requeued_offline", "dedicated_at_capacity"]);
      expect(await readRow(snoozed.id)).toMatchObject({ state: "snoozed", assigneeId: ben });
      expect(await loadOf(ben)).toBe(0);

      const byHand = await write();
      await post(`${byHand.address}/assign`, { agentId: ben });
      await takeBackDue();
      expect(await readRow(byHand.id)).toMatchObject({ assigneeId: ben });
    });

    it("an agent who goes unavailable, or is back before it is done, keeps them", async () => {
      const ben = await createAgent(world, { name: "Ben" });
      const { id } = await write();
      await setStatus(ben, { status: "unavailable" });
      expect(await readRow(id)).toMatchObject({ assigneeId: ben });
      await database().agent.updateMany({ where: { userId: ben }, data: { status: "available", handsBack: true } });
      await takeBackDue();
      expect(await readRow(id)).toMatchObject({ assigneeId: ben });
      expect(await database().agent.findFirstOrThrow({ where: { userId: ben } })).toMatchObject({ handsBack: false });
    });

    it("a process that ended in between leaves the mark by which the next one does it, once", async () => {
      const ben = await createAgent(world, { name: "Ben" });
      const { id } = await write();
      await database().agent.updateMany({ where: { userId: ben }, data: { status: "offline", statusSince: new Date(Date.now() + 1000), handsBack: true, changes: { increment: 1 } } });
      await Promise.all([takeBackDue(), takeBackDue()]);
      await settled(id, "in_line");
      expect((await reasonsOf(id)).filter((reason) => reason === "requeued_offline")).toHaveLength(1);
      expect(await loadOf(ben)).toBe(0);
    });
  });
});

describe("custom statuses", () => {
  it("count as their type, and are said by their name", async () => {
    const { id: lunch } = await database().customStatus.create({ data: { organizationId: world.organizationId, id: newId(), name: "Lunch", type: "unavailable", position: 1 } });
    await noteChange(world);
    const ana = await createAgent(world, { name: "Ana", isInTeam: false });
    const { body } = await setStatus(ana, { customStatusId: lunch });
    expect(body.agent).toMatchObject({ status: "unavailable", customStatus: { id: lunch, name: "Lunch" } });
    const { address } = await write({ dedicatedAgentId: ana });
    expect((await get(`${address}/routing-log`)).body.items[0]).toMatchObject({ reason: "dedicated_unavailable", sentence: expect.stringContaining("unavailable (Lunch)") });
    expect((await setStatus(ana, { status: "unavailable" })).body.agent).toMatchObject({ status: "unavailable", customStatus: null });
    expect(await setStatus(ana, { customStatusId: newId() })).toMatchObject({ status: 422 });
  });
});

describe("edge 18: transferred to a queue", () => {
  it("the dedicated check is skipped, the queue's weight and priority hold, and whoever passed it on is not given it again", async () => {
    const ana = await createAgent(world, { name: "Ana" });
    const { id, address } = await write({ dedicatedAgentId: ana });
    const billing = await createQueue("Billing", { weight: 2 });
    await serve(billing);
    expect(await post(`${address}/transfer`, { queueId: billing })).toMatchObject({ status: 200, body: { assignee: null, routing: { state: "in_line", weight: 2, queue: { name: "Billing" } } } });
    expect(await reasonsOf(id)).toEqual(["dedicated_available", "transferred_to_queue", "transferred"]);
    expect(await loadOf(ana)).toBe(0);
    const ben = await createAgent(world, { name: "Ben" });
    expect(await settled(id, "assigned")).toMatchObject({ assignee: { id: ben } });
  });

  it("with the organization's setting the dedicated check is made", async () => {
    await database().routingSettings.update({ where: { organizationId: world.organizationId }, data: { transferChecksDedicated: true } });
    const ana = await createAgent(world, { name: "Ana", status: "busy", isInTeam: false });
    const ben = await createAgent(world, { name: "Ben" });
    const { id, address } = await write();
    await call("PUT", `/customers/${(await readRow(id)).customerId}/dedicated-agent`, { key, body: { agentId: ana } });
    expect((await get(address)).body.assignee.id).toBe(ben);
    const billing = await createQueue("Billing");
    await post(`${address}/transfer`, { queueId: billing });
    expect(await settled(id, "waiting")).toMatchObject({ dedicatedAgent: { agent: { id: ana } } });
  });

  it("one that nobody had keeps its place by first entry", async () => {
    const { id, address } = await write();
    const { enteredAt } = await readRow(id);
    await post(`${address}/transfer`, { queueId: await createQueue("Billing") });
    expect(await readRow(id)).toMatchObject({ routingState: "in_line", enteredAt });
  });

  it("to a queue there isn't, or of one that is done: refused, and nothing changes", async () => {
    const { id, address } = await write();
    expect(await post(`${address}/transfer`, { queueId: newId() })).toMatchObject({ status: 422 });
    await post(`${address}/done`);
    expect(await post(`${address}/transfer`, { queueId: world.queueId })).toMatchObject({ status: 409 });
    expect(await readRow(id)).toMatchObject({ state: "done", queueId: world.queueId });
  });
});

describe("overflow", () => {
  it("after the queue's time in line the second list of teams may take it too, and it is said once", async () => {
    const night = await createQueue("Night", { overflowAfterSeconds: 60 });
    await serve(night, { isOverflow: true });
    const ben = await createAgent(world, { name: "Ben" });
    const { id } = await write({ queueId: night });
    const { overflowAt, enteredAt } = await readRow(id);
    expect((overflowAt?.getTime() ?? 0) - enteredAt.getTime()).toBeGreaterThanOrEqual(60_000);
    expect(await readRow(id)).toMatchObject({ routingState: "in_line", isOverflowed: false });
    await database().conversation.update({ where: ofId(id), data: { overflowAt: new Date(Date.now() - 1) } });
    expect(await settled(id, "assigned")).toMatchObject({ assignee: { id: ben } });
  });

  it("when nobody there has room either, it stands in line for them too", async () => {
    const night = await createQueue("Night", { overflowAfterSeconds: 60 });
    await serve(night, { isOverflow: true });
    const ben = await createAgent(world, { name: "Ben", status: "busy" });
    const { id } = await write({ queueId: night });
    await database().conversation.update({ where: ofId(id), data: { overflowAt: new Date(Date.now() - 1) } });
    await expect.poll(async () => (await readRow(id)).isOverflowed, { timeout: 3000 }).toBe(true);
    expect(await reasonsOf(id)).toHaveLength(2);
    await setStatus(ben, { status: "available" });
    expect(await settled(id, "assigned")).toMatchObject({ assignee: { id: ben } });
  });
});
