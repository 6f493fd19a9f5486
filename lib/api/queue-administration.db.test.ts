import { beforeEach, describe, expect, it } from "vitest";
import { database, transaction } from "../store/database";
import { lockQueue } from "../store/empty-queue";
import { withinOrganization } from "../store/scope";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 5 });
  key = world.keys.Admin;
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body: unknown) => call("POST", path, { key, body });
const patch = (path: string, body: unknown) => call("PATCH", path, { key, body });
const put = (path: string, body: unknown) => call("PUT", path, { key, body });
const names = async () => (await get("/queues")).body.items.map(({ name }: { name: string }) => name);
const audit = async () => (await get("/audit-log")).body.items;
const changes = async () => (await database().organizationRouter.findFirstOrThrow({ where: { organizationId: world.organizationId } })).changes;
const rowOf = (id: string) => database().conversation.findFirstOrThrow({ where: { organizationId: world.organizationId, id } });
const add = async (name: string, body: object = {}): Promise<string> => (await post("/queues", { name, ...body })).body.id;

async function write(queueId: string, body: object = {}): Promise<string> {
  const customer = { id: await createCustomer(world) };
  return (await post("/conversations", { customer, channel: "chat", author: "customer", text: "Hello", queueId, ...body })).body.id;
}

describe("a queue", () => {
  it("is added as the last, is told of in the audit log, and a pass follows", async () => {
    const before = await changes();
    const made = await post("/queues", { name: " Billing ", priority: 7, overflowAfterSeconds: 90 });
    expect(made).toMatchObject({ status: 201, body: { name: "Billing", isDefault: false, priority: 7, weight: 1, strategy: "most_room", overflowAfterSeconds: 90 } });
    expect(await names()).toEqual(["General", "Billing"]);
    expect(await changes()).toBeGreaterThan(before);
    expect((await audit())[0]).toMatchObject({ action: "queue.created", subject: { kind: "queue", id: made.body.id, name: "Billing" } });
    expect((await audit())[0].changes).toContainEqual({ field: "overflow after", from: null, to: "90 s" });
  });

  it("has a name that no other has, in whatever letters, and keeps what it has when refused", async () => {
    const id = await add("Billing");
    const before = (await get("/queues")).body;
    expect(await post("/queues", { name: "billing" })).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ field: "name" }] } });
    expect(await patch(`/queues/${id}`, { name: "GENERAL", weight: 3 })).toMatchObject({ status: 409, body: { errors: [{ field: "name" }] } });
    expect(await post("/queues", { name: "  " })).toMatchObject({ status: 422, body: { errors: [{ field: "name" }] } });
    expect(await post("/queues", { name: "New", priority: 101 })).toMatchObject({ status: 422 });
    expect((await get("/queues")).body).toEqual(before);
    expect((await patch(`/queues/${id}`, { name: "BILLING" })).body).toMatchObject({ name: "BILLING" });
    expect((await audit())[0]).toMatchObject({ action: "queue.updated", changes: [{ field: "name", from: "Billing", to: "BILLING" }] });
  });

  it("made the default takes that from the one before; nothing takes it away without another", async () => {
    const id = await add("Billing");
    expect(await patch(`/queues/${world.queueId}`, { isDefault: false })).toMatchObject({ status: 422, body: { errors: [{ field: "isDefault" }] } });
    expect((await patch(`/queues/${id}`, { isDefault: true })).body).toMatchObject({ isDefault: true });
    expect((await get("/queues")).body.items).toMatchObject([{ name: "General", isDefault: false }, { name: "Billing", isDefault: true }]);
    expect((await audit())[0].changes).toEqual([{ field: "default queue", from: "General", to: "Billing" }]);
  });
});

describe("the order of queues", () => {
  it("is what was said last, of all queues", async () => {
    const [a, b] = [await add("A"), await add("B")];
    expect((await put("/queues/order", { queueIds: [b, world.queueId, a] })).body.items.map(({ id }: { id: string }) => id)).toEqual([b, world.queueId, a]);
    expect(await names()).toEqual(["B", "General", "A"]);
    expect((await audit())[0]).toMatchObject({ action: "queues.ordered", changes: [{ field: "order", from: "General, A, B", to: "B, General, A" }] });
  });

  it("is refused with one missing, named twice, or of another organization, and stays", async () => {
    const [a, other] = [await add("A"), await createApiWorld()];
    expect(await put("/queues/order", { queueIds: [a] })).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await put("/queues/order", { queueIds: [a, a] })).toMatchObject({ status: 422, body: { errors: [{ field: "queueIds.1" }] } });
    expect(await put("/queues/order", { queueIds: [a, world.queueId, other.queueId] })).toMatchObject({ status: 422, body: { errors: [{ field: "queueIds.2" }] } });
    expect(await names()).toEqual(["General", "A"]);
  });
});

describe("deleting a queue", () => {
  it("counts before what would move: conversations, rules, teams", async () => {
    const queueId = await add("Billing");
    await put(`/teams/${world.teamId}/queues`, { queues: [{ queueId, isOverflow: true }] });
    const rule = { name: "Money", isEnabled: true, match: "all", conditions: [{ field: "subject", operator: "is_set" }], queueId };
    await put("/queue-rules", { version: 1, rules: [rule] });
    const done = await write(queueId);
    await write(queueId);
    await post(`/conversations/${done}/done`, {});
    expect((await get(`/queues/${queueId}/use`)).body).toMatchObject({
      conversations: { unassigned: 1, held: 0, snoozed: 0, done: 1 }, rules: [{ name: "Money" }], teams: [{ name: "Support" }],
    });
  });

  it("moves every conversation, leads its rules elsewhere, takes it from teams, and what waited is routed there", async () => {
    const queueId = await add("Billing", { priority: 9, weight: 2 });
    await put(`/teams/${world.teamId}/queues`, { queues: [{ queueId, isOverflow: false }] });
    const rule = { name: "Money", isEnabled: true, match: "all", conditions: [{ field: "subject", operator: "is_set" }], queueId };
    await put("/queue-rules", { version: 1, rules: [rule] });
    const agentId = await createAgent(world, { ownCapacity: 4 });
    const held = await write(queueId);
    expect((await rowOf(held)).assigneeId).toBe(agentId);
    const [done, snoozed] = [await write(queueId), await write(queueId)];
    await post(`/conversations/${done}/done`, {});
    await post(`/conversations/${snoozed}/snooze`, { until: new Date(Date.now() + 3_600_000).toISOString() });
    await call("PUT", `/users/${agentId}/status`, { key, body: { status: "unavailable" } });
    const inLine = await write(queueId);
    expect(await rowOf(inLine)).toMatchObject({ routingState: "in_line", weight: 2, priority: 9 });
    const { enteredAt } = await rowOf(inLine);
    await patch(`/queues/${world.queueId}`, { overflowAfterSeconds: 600 });

    expect(await post(`/queues/${queueId}/delete`, { moveToQueueId: world.queueId })).toEqual({ status: 200, body: { movedConversations: 4 } });
    for (const id of [held, done, snoozed, inLine]) expect((await rowOf(id)).queueId).toBe(world.queueId);
    // The agent's load counts what they hold by the weight it had.
    expect(await rowOf(held)).toMatchObject({ weight: 2, priority: 9, assigneeId: agentId });
    expect((await database().agent.findFirstOrThrow({ where: { organizationId: world.organizationId, userId: agentId } })).load).toBe(2);
    expect(await rowOf(inLine)).toMatchObject({ weight: 1, priority: 50, enteredAt, overflowAt: expect.any(Date) });
    expect(await rowOf(snoozed)).toMatchObject({ weight: 1, priority: 50, overflowAt: null });
    expect(await names()).toEqual(["General"]);
    expect((await get("/queue-rules")).body).toMatchObject({ version: 3, rules: [{ name: "Money", queueId: world.queueId }] });
    expect((await get("/teams")).body.items).toMatchObject([{ name: "Support", queues: [] }]);
    expect((await audit())[0]).toMatchObject({
      action: "queue.deleted", subject: { name: "Billing" },
      changes: expect.arrayContaining([{ field: "conversations moved", from: null, to: "4" }, { field: "moved to", from: null, to: "General" }, { field: "rules that lead there now", from: null, to: "Money" }]),
    });
    const { items } = (await call("GET", `/conversations/${inLine}/routing-log`, { key })).body;
    expect(items.at(-1).sentence).toMatch(/ deleted its queue Billing: it is in the queue General\.$/);

    await put(`/teams/${world.teamId}/queues`, { queues: [{ queueId: world.queueId, isOverflow: false }] });
    await call("PUT", `/users/${agentId}/status`, { key, body: { status: "available" } });
    await expect.poll(async () => (await rowOf(inLine)).assigneeId, { timeout: 3000 }).toBe(agentId);
  });

  it("gives what stood in line at once to the agents of the queue it goes to", async () => {
    const queueId = await add("Unserved");
    const agentId = await createAgent(world);
    const id = await write(queueId);
    expect((await rowOf(id)).routingState).toBe("in_line");
    await post(`/queues/${queueId}/delete`, { moveToQueueId: world.queueId });
    await expect.poll(async () => (await rowOf(id)).assigneeId, { timeout: 3000 }).toBe(agentId);
  });

  it("lets a running wait for a dedicated agent run on", async () => {
    const queueId = await add("Billing");
    const agentId = await createAgent(world, { status: "busy" });
    const id = await write(queueId, { customer: { id: await createCustomer(world, agentId) } });
    const { waitUntil } = await rowOf(id);
    expect(waitUntil).not.toBeNull();
    await post(`/queues/${queueId}/delete`, { moveToQueueId: world.queueId });
    expect(await rowOf(id)).toMatchObject({ routingState: "waiting", waitUntil, queueId: world.queueId });
  });

  it("is refused for the default queue, into itself, into another organization's; then nothing moves", async () => {
    const [queueId, other] = [await add("Billing"), await createApiWorld()];
    const id = await write(queueId);
    const before = await changes();
    expect(await post(`/queues/${world.queueId}/delete`, { moveToQueueId: queueId })).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await post(`/queues/${queueId}/delete`, { moveToQueueId: queueId })).toMatchObject({ status: 422, body: { errors: [{ field: "moveToQueueId" }] } });
    expect(await post(`/queues/${queueId}/delete`, { moveToQueueId: other.queueId })).toMatchObject({ status: 422, body: { errors: [{ field: "moveToQueueId" }] } });
    expect(await post(`/queues/${other.queueId}/delete`, { moveToQueueId: queueId })).toMatchObject({ status: 404 });
    expect((await rowOf(id)).queueId).toBe(queueId);
    expect(await changes()).toBe(before);
  });

  it("is noticed by whoever edits the rules just then", async () => {
    const queueId = await add("Billing");
    const rule = { name: "Money", isEnabled: true, match: "all", conditions: [{ field: "subject", operator: "is_set" }], queueId };
    const { body } = await put("/queue-rules", { version: 1, rules: [rule] });
    await post(`/queues/${queueId}/delete`, { moveToQueueId: world.queueId });
    expect(await put("/queue-rules", { version: body.version, rules: [rule] })).toMatchObject({ status: 409, body: { code: "stale_version" } });
  });

  it("loses nothing that is entering it just then: a transfer finds that it is gone", async () => {
    const queueId = await add("Billing");
    const id = await write(world.queueId);
    const { organizationId } = world;
    let transfer: ReturnType<typeof call> | undefined;
    await withinOrganization(organizationId, () =>
      transaction(async (tx) => {
        await lockQueue(tx, organizationId, queueId);
        transfer = call("POST", `/conversations/${id}/transfer`, { key, body: { queueId } });
        // It stands at the queue's row.
        await expect.poll(async () => (await tx.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length, { timeout: 5000 }).toBeGreaterThan(0);
        await tx.queue.delete({ where: { organizationId_id: { organizationId, id: queueId } } });
      }),
    );
    expect(await transfer).toMatchObject({ status: 422, body: { errors: [{ field: "queueId" }] } });
    expect((await rowOf(id)).queueId).toBe(world.queueId);
  });
});
