import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, createApiWorld, request, type ApiWorld } from "../testing/api-world";
import { createAgent } from "../testing/small-organization";

/** Customers merged: the survivor's link wins; empty, it takes the other's; both differ, the survivor's (the routing contract, §2 edge 14). */
withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 1 });
  key = world.keys.Manager;
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const put = (path: string, body: unknown) => call("PUT", path, { key, body });
const merge = (survivorId: string, customerId: string) => post(`/customers/${survivorId}/merge`, { customerId });

async function create(customer: object = {}, dedicatedAgentId: string | null = null): Promise<string> {
  const { id } = (await post("/customers", { name: "Ann", ...customer })).body;
  if (dedicatedAgentId !== null) await put(`/customers/${id}/dedicated-agent`, { agentId: dedicatedAgentId });
  return id;
}

/** Busy and outside the team: their customers' conversations wait for them. */
const busyAgent = (name: string) => createAgent(world, { name, status: "busy", isInTeam: false });

async function write(customerId: string) {
  const { body } = await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hello" });
  return body;
}

const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } });

async function entriesOf(id: string): Promise<{ reason: string; sentence: string }[]> {
  return (await get(`/conversations/${id}/routing-log`)).body.items;
}

async function reasonsOf(id: string): Promise<string[]> {
  return (await entriesOf(id)).map(({ reason }) => reason);
}

/** Everything of the organization that merging may touch. */
async function allRows() {
  const where = { organizationId: world.organizationId };
  const orderBy = { id: "asc" } as const;
  return {
    customers: await database().customer.findMany({ where, orderBy }),
    conversations: await database().conversation.findMany({ where, orderBy }),
    log: await database().routingLogEntry.findMany({ where, orderBy }),
  };
}

describe("edge 14: the link after customers were merged", () => {
  it.each([
    ["the survivor's own", "Ana", null, "Ana"],
    ["the other's, where the survivor has none", null, "Ben", "Ben"],
    ["the survivor's, where both differ", "Ana", "Ben", "Ana"],
    ["none, where neither has one", null, null, null],
  ])("is %s", async (_, own, others, kept) => {
    const agents: Record<string, string> = { Ana: await busyAgent("Ana"), Ben: await busyAgent("Ben") };
    const survivor = await create({}, own && (agents[own] ?? null));
    const other = await create({}, others && (agents[others] ?? null));
    const { status, body } = await merge(survivor, other);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: survivor, dedicatedAgent: kept && { agent: { name: kept } } });
    const counts = await Promise.all(["Ana", "Ben"].map(async (name) => (await get(`/users/${agents[name]}`)).body.dedicatedCustomerCount));
    expect(counts).toEqual([kept === "Ana" ? 1 : 0, kept === "Ben" ? 1 : 0]);
  });

  it("is taken with since when and by whom it was set", async () => {
    const other = await create({}, await busyAgent("Ben"));
    const { since } = (await get(`/customers/${other}`)).body.dedicatedAgent;
    expect((await merge(await create(), other)).body.dedicatedAgent).toMatchObject({ since, setBy: null });
  });

  it("reaches what still needs routing within the wait it began with, and leaves what is assigned where it is", async () => {
    const [ana, ben] = [await busyAgent("Ana"), await busyAgent("Ben")];
    const [survivor, other] = [await create({ name: "Sue" }, ana), await create({ name: "Oto" }, ben)];
    const own = await write(survivor);
    const waiting = await write(other);
    const assigned = await write(other);
    await post(`/conversations/${assigned.id}/assign`, { agentId: await createAgent(world, { status: "offline" }) });
    const [ownBefore, waitingBefore, assignedBefore] = [await readRow(own.id), await readRow(waiting.id), await readRow(assigned.id)];

    await merge(survivor, other);
    await expect.poll(async () => (await readRow(waiting.id)).routingState, { timeout: 3000 }).toBe("waiting");
    expect(await readRow(waiting.id)).toMatchObject({
      customerId: survivor,
      intakeCustomerId: survivor,
      dedicatedAgentId: ana,
      waitBeganAt: waitingBefore.waitBeganAt,
      waitUntil: waitingBefore.waitUntil,
    });
    expect(await readRow(assigned.id)).toMatchObject({ customerId: survivor, assigneeId: assignedBefore.assigneeId, dedicatedAgentId: ben });
    expect(await readRow(own.id)).toEqual(ownBefore);
    expect(await reasonsOf(waiting.id)).toEqual(["dedicated_at_capacity", "merged", "link_changed", "dedicated_at_capacity"]);
    expect((await entriesOf(waiting.id))[1]?.sentence).toMatch(/merged the customers from Oto's timeline to Sue's timeline\.$/);
    expect((await reasonsOf(assigned.id)).at(-1)).toBe("merged");
  });

  it("taken from the other reaches the survivor's own that need routing, and the other's go on waiting", async () => {
    const ben = await busyAgent("Ben");
    const [survivor, other] = [await create(), await create({}, ben)];
    const own = await write(survivor);
    const others = await write(other);
    expect(own.routing.state).toBe("in_line");
    const { waitUntil } = await readRow(others.id);
    await merge(survivor, other);
    await expect.poll(async () => (await readRow(own.id)).routingState, { timeout: 3000 }).toBe("waiting");
    expect(await readRow(own.id)).toMatchObject({ dedicatedAgentId: ben });
    expect(await readRow(others.id)).toMatchObject({ routingState: "waiting", waitUntil });
    expect((await reasonsOf(others.id)).at(-1)).toBe("merged");
  });
});

describe("what is merged", () => {
  it("all conversations, on the timeline and those that came in from there and were moved on", async () => {
    const [survivor, other, third] = [await create(), await create(), await create()];
    const [open, done, movedAway, movedHere] = [await write(other), await write(other), await write(other), await write(third)];
    await post(`/conversations/${done.id}/done`);
    await post(`/conversations/${movedAway.id}/move`, { customerId: third });
    await post(`/conversations/${movedHere.id}/move`, { customerId: other });
    await merge(survivor, other);
    const timeline = (await get(`/conversations?customerId=${survivor}`)).body.items.map(({ id }: { id: string }) => id);
    expect(timeline.sort()).toEqual([open.id, done.id, movedHere.id].sort());
    expect(await readRow(movedAway.id)).toMatchObject({ customerId: third, intakeCustomerId: survivor });
    expect(await readRow(movedHere.id)).toMatchObject({ customerId: survivor, intakeCustomerId: third });
    expect((await get(`/conversations?customerId=${other}`)).body.items).toEqual([]);
  });

  it("what the survivor lacks is taken from the other; what both have stays theirs, and the other is found by their own", async () => {
    const survivor = await create({ email: "sue@example.test", tags: ["a"], attributes: { plan: "gold", seats: 3 } });
    const other = await create({ email: "oto@example.test", externalId: "O-1", language: "de", tags: ["b", "a"], attributes: { plan: "free", vip: true } });
    expect((await merge(survivor, other)).body).toMatchObject({
      email: "sue@example.test",
      externalId: "O-1",
      language: "de",
      tags: ["a", "b"],
      attributes: { plan: "gold", seats: 3, vip: true },
    });
    for (const query of ["email=sue@example.test", "email=oto@example.test", "externalId=O-1"]) {
      expect((await get(`/customers?${query}`)).body.items, query).toMatchObject([{ id: survivor }]);
    }
    expect((await get("/customers?email=oto@example.test&externalId=O-2")).body.items).toEqual([]);
    expect(await post("/customers", { name: "New", email: "oto@example.test" })).toMatchObject({ status: 409, body: { code: "already_exists" } });
  });

  it("a visitor of the chat page goes on in their conversation, and one with the old e-mail reaches the survivor", async () => {
    const chat = `/api/v1/chat/${world.slug}`;
    const begin = { name: "Oto", email: "oto@example.test", text: "Hi" };
    const begun = await request("POST", `${chat}/conversations`, { body: begin });
    const [other] = (await get("/customers?email=oto@example.test")).body.items;
    const survivor = await create({ name: "Sue", email: "sue@example.test" });
    await merge(survivor, other.id);
    const cookie = cookiesOf(begun);
    expect(await call("POST", `/chat/${world.slug}/messages`, { cookie, body: { text: "Still there?" } })).toMatchObject({ status: 201, body: { conversation: { messages: [{ text: "Hi" }, { text: "Still there?" }] } } });
    expect((await request("POST", `${chat}/conversations`, { cookie, body: begin })).headers.getSetCookie()).toEqual([]);
    expect((await get(`/conversations?customerId=${survivor}`)).body.items).toHaveLength(2);
  });
});

describe("one who was merged", () => {
  it("is in no list, and their address answers the survivor", async () => {
    const [survivor, other] = [await create({ name: "Sue" }), await create({ name: "Oto" })];
    await merge(survivor, other);
    expect((await get("/customers")).body.items).toMatchObject([{ id: survivor }]);
    expect((await get("/customers?search=oto")).body.items).toEqual([]);
    expect(await get(`/customers/${other}`)).toMatchObject({ status: 200, body: { id: survivor, name: "Sue" } });
  });

  it("is not changed, linked or moved to any more", async () => {
    const [survivor, other, third] = [await create(), await create(), await create()];
    const { id } = await write(third);
    await merge(survivor, other);
    const before = await allRows();
    const conflict = { status: 409, body: { code: "conflict", detail: expect.stringContaining(survivor) } };
    expect(await call("PATCH", `/customers/${other}`, { key, body: { name: "X" } })).toMatchObject(conflict);
    expect(await put(`/customers/${other}/dedicated-agent`, { agentId: await busyAgent("Ana") })).toMatchObject(conflict);
    expect(await call("DELETE", `/customers/${other}/dedicated-agent`, { key })).toMatchObject(conflict);
    expect(await post(`/conversations/${id}/move`, { customerId: other })).toMatchObject(conflict);
    expect(await allRows()).toEqual(before);
  });

  it("begins conversations as the survivor, with the survivor's link", async () => {
    const ana = await busyAgent("Ana");
    const [survivor, other] = [await create({}, ana), await create({ externalId: "O-1" })];
    await put(`/customers/${survivor}/dedicated-agent`, { agentId: ana });
    await call("PATCH", `/customers/${survivor}`, { key, body: { externalId: "S-1" } });
    await merge(survivor, other);
    for (const customer of [{ id: other }, { externalId: "O-1" }]) {
      const { body } = await post("/conversations", { customer, channel: "chat", text: "Hello" });
      expect(body).toMatchObject({ customer: { id: survivor }, routing: { state: "waiting", wait: { agent: { id: ana } } } });
    }
  });

  it("leads to whoever their survivor was merged into later", async () => {
    const [first, second, third] = [await create({ externalId: "1" }), await create({ externalId: "2" }), await create({ externalId: "3" })];
    await merge(second, first);
    await merge(third, second);
    expect((await get(`/customers/${first}`)).body.id).toBe(third);
    expect((await get("/customers?externalId=1")).body.items).toMatchObject([{ id: third }]);
  });
});

describe("merging", () => {
  it("is refused for oneself, for one merged before, and for nobody; and then changes nothing", async () => {
    const [survivor, other, third] = [await create(), await create({}, await busyAgent("Ana")), await create()];
    await write(other);
    await merge(survivor, third);
    const before = await allRows();
    expect(await merge(survivor, survivor)).toMatchObject({ status: 422, body: { errors: [{ field: "customerId" }] } });
    expect(await merge(third, other)).toMatchObject({ status: 409, body: { code: "conflict", detail: expect.stringContaining(survivor) } });
    expect(await merge(other, third)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await merge(survivor, world.queueId)).toMatchObject({ status: 404 });
    expect(await merge(world.queueId, other)).toMatchObject({ status: 404 });
    const foreign = await createApiWorld();
    const theirs = (await call("POST", "/customers", { key: foreign.keys.Owner, body: { name: "Theirs" } })).body.id;
    expect(await merge(survivor, theirs)).toMatchObject({ status: 404 });
    expect(await allRows()).toEqual(before);
  });

  it("again does nothing", async () => {
    const [survivor, other] = [await create(), await create()];
    await write(other);
    await merge(survivor, other);
    const before = await allRows();
    expect(await merge(survivor, other)).toMatchObject({ status: 200, body: { id: survivor } });
    expect(await allRows()).toEqual(before);
  });

  it("each into the other at once: one of them survives, with all conversations", async () => {
    const [one, two] = [await create(), await create()];
    await write(one);
    await write(two);
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { items } = (await get("/customers")).body;
    expect(items).toHaveLength(1);
    expect((await get(`/conversations?customerId=${items[0].id}`)).body.items).toHaveLength(2);
  });

  it("while they write, and while their conversations change hands: none is left behind, none stuck", async () => {
    const [survivor, other] = [await create({}, await createAgent(world, { isInTeam: false, ownCapacity: 3 })), await create()];
    await createAgent(world, { name: "Team" });
    const begun = [await write(other), await write(other), await write(survivor)];
    const answers = await Promise.all([
      ...begun.map(({ id }) => post(`/conversations/${id}/done`)),
      post("/conversations", { customer: { id: other }, channel: "chat", text: "One" }),
      ...begun.map(({ id }) => post(`/conversations/${id}/messages`, { author: "customer", text: "Back" })),
      merge(survivor, other),
      post("/conversations", { customer: { id: other }, channel: "chat", text: "Two" }),
      ...begun.map(({ id }) => post(`/conversations/${id}/assign`, { agentId: null })),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const where = { organizationId: world.organizationId };
    expect(await database().conversation.count({ where: { ...where, OR: [{ customerId: other }, { intakeCustomerId: other }] } })).toBe(0);
    expect(await database().conversation.count({ where: { ...where, customerId: survivor } })).toBe(5);
    await expect.poll(() => database().conversation.count({ where: { ...where, routingState: "pending" } }), { timeout: 3000 }).toBe(0);
  });
});
