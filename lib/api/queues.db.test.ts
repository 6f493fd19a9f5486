import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 1 });
  key = world.keys.Owner;
});

const get = (path: string) => call("GET", path, { key });
const patchQueue = (body: unknown) => call("PATCH", `/queues/${world.queueId}`, { key, body });
const putQueues = (teamId: string, queues: unknown) => call("PUT", `/teams/${teamId}/queues`, { key, body: { queues } });

async function write(body: object = {}) {
  const customer = { id: await createCustomer(world) };
  return (await call("POST", "/conversations", { key, body: { customer, channel: "chat", text: "Hello", ...body } })).body;
}

const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } });

/** A team of its own, which serves nothing yet. */
async function createTeam(name: string): Promise<string> {
  const id = newId();
  await database().team.create({ data: { organizationId: world.organizationId, id, name, capacity: 1 } });
  return id;
}

describe("queues", () => {
  it("are listed in their order, then by name, for whoever is signed in", async () => {
    await database().queue.create({ data: { organizationId: world.organizationId, id: newId(), name: "Billing", priority: 7, weight: 3, strategy: "longest_idle", overflowAfterSeconds: 90 } });
    expect((await call("GET", "/queues", { key: world.keys.Agent })).body.items).toEqual([
      { id: expect.any(String), name: "Billing", isDefault: false, priority: 7, weight: 3, strategy: "longest_idle", overflowAfterSeconds: 90 },
      { id: world.queueId, name: "General", isDefault: true, priority: 50, weight: 1, strategy: "most_room", overflowAfterSeconds: null },
    ]);
  });

  it("change only in what is named; two who change different things at once don't undo each other", async () => {
    const answers = await Promise.all([patchQueue({ strategy: "longest_idle" }), patchQueue({ priority: 1 }), patchQueue({ weight: 100 }), patchQueue({ overflowAfterSeconds: 86_400 })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await get("/queues")).body.items).toMatchObject([{ strategy: "longest_idle", priority: 1, weight: 100, overflowAfterSeconds: 86_400 }]);
    expect(await patchQueue({ overflowAfterSeconds: 86_401 })).toMatchObject({ status: 422 });
    expect((await patchQueue({ overflowAfterSeconds: null })).body).toMatchObject({ priority: 1, overflowAfterSeconds: null });
  });

  it("give their weight and priority to what enters from now on", async () => {
    const before = await write();
    await patchQueue({ weight: 2, priority: 9 });
    expect((await write()).routing).toMatchObject({ weight: 2, priority: 9 });
    expect((await get(`/conversations/${before.id}`)).body.routing).toMatchObject({ weight: 1, priority: 50 });
  });

  it("choose by their strategy from the next decision on", async () => {
    const [idle, roomy] = [await createAgent(world, { name: "Idle", ownCapacity: 2 }), await createAgent(world, { name: "Roomy", ownCapacity: 9 })];
    const where = (userId: string) => ({ organizationId_userId: { organizationId: world.organizationId, userId } });
    await database().agent.update({ where: where(idle), data: { lastAssignedAt: new Date(Date.now() - 60_000) } });
    await database().agent.update({ where: where(roomy), data: { lastAssignedAt: new Date() } });
    expect((await write()).assignee.id).toBe(roomy);
    await patchQueue({ strategy: "longest_idle" });
    expect((await write()).assignee.id).toBe(idle);
  });
});

describe("overflow", () => {
  it("set on a queue begins now for those in line; who has a time keeps it; removed, it is removed from who has not overflowed", async () => {
    const early = await write();
    expect(await readRow(early.id)).toMatchObject({ routingState: "in_line", overflowAt: null });
    const from = Date.now();
    await patchQueue({ overflowAfterSeconds: 600 });
    const { overflowAt } = await readRow(early.id);
    expect(overflowAt?.getTime()).toBeGreaterThanOrEqual(from + 599_000);
    expect(overflowAt?.getTime()).toBeLessThan(Date.now() + 601_000);
    await patchQueue({ overflowAfterSeconds: 1200 });
    expect((await readRow(early.id)).overflowAt).toEqual(overflowAt);

    const overflowed = await write();
    await database().conversation.update({ where: { organizationId_id: { organizationId: world.organizationId, id: overflowed.id } }, data: { isOverflowed: true } });
    const kept = (await readRow(overflowed.id)).overflowAt;
    await patchQueue({ overflowAfterSeconds: null });
    expect((await readRow(early.id)).overflowAt).toBeNull();
    expect(await readRow(overflowed.id)).toMatchObject({ overflowAt: kept, isOverflowed: true });
  });

  it("lets a second team take what has stood in line so long, and not before", async () => {
    const teamId = await createTeam("Second line");
    expect((await putQueues(teamId, [{ queueId: world.queueId, isOverflow: true }])).body).toMatchObject({ name: "Second line", queues: [{ queue: { name: "General" }, isOverflow: true }] });
    await patchQueue({ overflowAfterSeconds: 60 });
    const helper = await createAgent({ ...world, teamId }, { name: "Helper" });
    const { id, routing } = await write();
    expect(routing.state).toBe("in_line");
    await database().conversation.update({ where: { organizationId_id: { organizationId: world.organizationId, id } }, data: { overflowAt: new Date(Date.now() - 1) } });
    await expect.poll(async () => (await readRow(id)).assigneeId, { timeout: 3000 }).toBe(helper);
  });
});

describe("teams", () => {
  it("are listed with the queues they serve", async () => {
    await createTeam("Idle");
    expect((await get("/teams")).body.items).toMatchObject([
      { name: "Idle", routingEnabled: true, capacity: 1, queues: [] },
      { id: world.teamId, name: "Support", capacity: 1, queues: [{ queue: { id: world.queueId, name: "General" }, isOverflow: false }] },
    ]);
  });

  it("that serve a queue from now on get what stands there; that no longer do get nothing", async () => {
    const teamId = await createTeam("Other");
    const agentId = await createAgent({ ...world, teamId });
    const { id } = await write();
    expect((await readRow(id)).routingState).toBe("in_line");
    await putQueues(teamId, [{ queueId: world.queueId, isOverflow: false }]);
    await expect.poll(async () => (await readRow(id)).assigneeId, { timeout: 3000 }).toBe(agentId);
    await putQueues(teamId, []);
    await call("POST", `/conversations/${id}/done`, { key });
    expect((await write()).routing.state).toBe("in_line");
  });

  it("a queue that is refused leaves all as they are", async () => {
    const before = (await get("/teams")).body;
    const queues = [{ queueId: world.queueId, isOverflow: true }, { queueId: world.teamId, isOverflow: false }];
    expect(await putQueues(world.teamId, queues)).toMatchObject({ status: 422, body: { errors: [{ field: "queues.1.queueId" }] } });
    expect(await putQueues(world.teamId, [queues[0], queues[0]])).toMatchObject({ status: 422, body: { errors: [{ field: "queues.1.queueId" }] } });
    expect(await putQueues(world.queueId, [])).toMatchObject({ status: 404 });
    expect((await get("/teams")).body).toEqual(before);
  });
});
