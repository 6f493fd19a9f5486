import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

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

const subjectIsSet = { field: "subject", operator: "is_set" };
const day = [{ from: "09:00", to: "17:30" }];
const hours = {
  timeZone: "Europe/Berlin",
  weekly: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  exceptions: [{ date: "2026-12-24", intervals: [] }],
};

function rule(name: string, more: object = {}) {
  return { name, isEnabled: true, match: "any", conditions: [subjectIsSet], queueId: world.queueId, ...more };
}

describe("what is saved as a whole", () => {
  const lists = [
    ["queue rules", "/queue-rules", () => ({ rules: [rule("First")] }), () => ({ rules: [rule("Second")] })],
    ["business hours", "/business-hours", () => ({ hours }), () => ({ hours: null })],
    ["custom statuses", "/custom-statuses", () => ({ statuses: [{ name: "Lunch", type: "unavailable" }] }), () => ({ statuses: [] })],
  ] as const;

  it.each(lists)("%s: nobody has saved them at first", async (_, path) => {
    expect(await get(path)).toMatchObject({ status: 200, body: { version: 1, updatedAt: expect.any(String), updatedBy: null } });
  });

  it.each(lists)("%s: of two who save at once one does, and the other gets what stands now", async (_, path, one, two) => {
    const [ada, bob] = [await createSignedInAgent(world, { name: "Ada", status: "offline", set: "Admin" }), await createSignedInAgent(world, { name: "Bob", status: "offline", set: "Admin" })];
    const answers = await Promise.all([
      call("PUT", path, { cookie: ada.cookie, body: { version: 1, ...one() } }),
      call("PUT", path, { cookie: bob.cookie, body: { version: 1, ...two() } }),
    ]);
    const [saved, stale] = answers[0].status === 200 ? answers : answers.toReversed();
    const name = saved === answers[0] ? "Ada" : "Bob";
    expect(saved).toMatchObject({ status: 200, body: { version: 2, updatedBy: { name } } });
    expect(stale).toMatchObject({ status: 409, body: { code: "stale_version", detail: expect.stringContaining(name), current: saved?.body } });
    expect(await get(path)).toEqual({ status: 200, body: saved?.body });
  });
});

describe("queue rules", () => {
  it("are kept in their order with their ids; those left out are gone", async () => {
    const first = (await put("/queue-rules", { version: 1, rules: [rule("One"), rule("Two", { isEnabled: false, match: "all" }), rule("Three")] })).body;
    const [one, two, three] = first.rules;
    expect(first.rules).toMatchObject([{ name: "One" }, { name: "Two", isEnabled: false, match: "all", conditions: [subjectIsSet], queueId: world.queueId }, { name: "Three" }]);
    const rules = [three, { ...one, name: "One again" }, rule("Four")];
    const second = (await put("/queue-rules", { version: 2, rules })).body;
    expect(second.rules).toMatchObject([{ id: three.id, name: "Three" }, { id: one.id, name: "One again" }, { name: "Four" }]);
    expect(second.rules.map(({ id }: { id: string }) => id)).not.toContain(two.id);
    expect((await get("/queue-rules")).body).toEqual(second);
  });

  it("that are refused change nothing", async () => {
    const before = (await put("/queue-rules", { version: 1, rules: [rule("One")] })).body;
    const save = (rules: unknown) => put("/queue-rules", { version: 2, rules });
    expect(await save([rule("Good"), rule("Bad", { queueId: world.teamId })])).toMatchObject({ status: 422, body: { errors: [{ field: "rules.1.queueId" }] } });
    expect(await save([rule("Good"), rule("Bad", { id: world.queueId })])).toMatchObject({ status: 422, body: { errors: [{ field: "rules.1.id" }] } });
    expect(await save([rule("Good"), rule("Bad", { conditions: [] })])).toMatchObject({ status: 422 });
    expect((await get("/queue-rules")).body).toEqual(before);
  });
});

describe("business hours", () => {
  it("are saved, and taken away again", async () => {
    expect((await put("/business-hours", { version: 1, hours })).body).toMatchObject({ version: 2, hours });
    expect((await get("/business-hours")).body.hours).toEqual(hours);
    expect(await put("/business-hours", { version: 2, hours: { ...hours, timeZone: "Berlin" } })).toMatchObject({ status: 422, body: { errors: [{ field: "hours.timeZone" }] } });
    expect((await put("/business-hours", { version: 2, hours: null })).body).toMatchObject({ version: 3, hours: null });
  });
});

describe("custom statuses", () => {
  async function setStatuses(...statuses: object[]) {
    const { version } = (await get("/custom-statuses")).body;
    const answer = await put("/custom-statuses", { version, statuses });
    expect(answer.status).toBe(200);
    return answer.body.statuses;
  }

  const readAgent = (userId: string) => database().agent.findUniqueOrThrow({ where: { organizationId_userId: { organizationId: world.organizationId, userId } } });

  it("are of every type, and an agent chooses among them", async () => {
    const [lunch, call1, focus, away] = await setStatuses(
      { name: "Lunch", type: "unavailable" },
      { name: "On a call", type: "busy" },
      { name: "Only mine", type: "available" },
      { name: "Gone home", type: "offline" },
    );
    const me = await createSignedInAgent(world, { status: "offline" });
    expect((await call("GET", "/custom-statuses", { cookie: me.cookie })).body.statuses).toHaveLength(4);
    for (const { id, name, type } of [lunch, call1, focus, away]) {
      const { body } = await call("PUT", "/me/status", { cookie: me.cookie, body: { customStatusId: id } });
      expect(body.agent).toMatchObject({ status: type, customStatus: { id, name } });
    }
  });

  it("change their names and their order, and may swap names", async () => {
    const [one, two] = await setStatuses({ name: "One", type: "busy" }, { name: "Two", type: "busy" });
    const after = await setStatuses({ ...two, name: "One" }, { ...one, name: "Two" }, { name: "Three", type: "unavailable" });
    expect(after).toMatchObject([{ id: two.id, name: "One" }, { id: one.id, name: "Two" }, { name: "Three" }]);
  });

  it.each([
    ["goes", () => []],
    ["changes its type", (lunch: object) => [{ ...lunch, type: "busy" }]],
  ])("one that somebody has and that %s leaves them on the plain status of the type they have, since when they had it", async (_, after) => {
    const [lunch, training] = await setStatuses({ name: "Lunch", type: "unavailable" }, { name: "Training", type: "unavailable" });
    const [agentId, other] = [await createAgent(world), await createAgent(world)];
    await put(`/users/${agentId}/status`, { customStatusId: lunch.id });
    await put(`/users/${other}/status`, { customStatusId: training.id });
    const before = await readAgent(agentId);
    await setStatuses(...after(lunch), training);
    expect(await readAgent(agentId)).toMatchObject({ status: "unavailable", customStatusId: null, statusSince: before.statusSince, changes: before.changes + 1 });
    expect(await readAgent(other)).toMatchObject({ status: "unavailable", customStatusId: training.id });
  });

  it("are chosen while they are taken away: whoever comes too late is told so", async () => {
    const agents = await Promise.all(Array.from({ length: 4 }, () => createAgent(world, { status: "busy" })));
    for (let round = 0; round < 3; round += 1) {
      const [one, two] = await setStatuses({ name: "One", type: "unavailable" }, { name: "Two", type: "unavailable" });
      const { version } = (await get("/custom-statuses")).body;
      const answers = await Promise.all([
        ...agents.map((id, index) => put(`/users/${id}/status`, { customStatusId: index % 2 === 0 ? one.id : two.id })),
        put("/custom-statuses", { version, statuses: [] }),
        ...agents.map((id, index) => put(`/users/${id}/status`, { customStatusId: index % 2 === 0 ? two.id : one.id })),
      ]);
      for (const { status } of answers) expect([200, 422]).toContain(status);
      for (const id of agents) expect((await readAgent(id)).customStatusId).toBeNull();
    }
  });

  it("that are refused change nothing", async () => {
    await setStatuses({ name: "Lunch", type: "unavailable" });
    const before = (await get("/custom-statuses")).body;
    expect(await put("/custom-statuses", { version: 2, statuses: [{ id: world.queueId, name: "Other", type: "busy" }] })).toMatchObject({ status: 422, body: { errors: [{ field: "statuses.0.id" }] } });
    expect((await get("/custom-statuses")).body).toEqual(before);
  });
});

describe("the general settings", () => {
  const general = { automaticUserUnassignment: true, requeueWhenOffline: false, transferChecksDedicated: false, assigning: "automatic", acceptTimeoutSeconds: 30 };

  async function setGeneral(change: Partial<Record<keyof typeof general, unknown>>) {
    const { version, dedicatedAgentEnabled } = (await get("/routing-settings")).body;
    const answer = await put("/routing-settings", { version, dedicatedAgentEnabled, channels: [], general: { ...general, ...change } });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  it("are as the contract says until somebody changes them, and stay where a save leaves them out", async () => {
    expect((await get("/routing-settings")).body.general).toEqual(general);
    const changed = { automaticUserUnassignment: false, requeueWhenOffline: true, transferChecksDedicated: true, assigning: "agents_accept", acceptTimeoutSeconds: 600 };
    expect((await setGeneral(changed)).general).toEqual(changed);
    const answer = await put("/routing-settings", { version: 2, dedicatedAgentEnabled: false, channels: [] });
    expect(answer.body).toMatchObject({ version: 3, dedicatedAgentEnabled: false, general: changed });
  });

  it("are refused with the rest of a save that is stale", async () => {
    await setGeneral({ requeueWhenOffline: true });
    const stale = await put("/routing-settings", { version: 1, dedicatedAgentEnabled: true, channels: [], general });
    expect(stale).toMatchObject({ status: 409, body: { code: "stale_version", current: { version: 2, general: { requeueWhenOffline: true } } } });
  });

  it.each([
    ["skips the dedicated check by default", false, "transferred"],
    ["makes it where the organization wants it", true, "dedicated_at_capacity"],
  ])("edge 18: a transfer to a queue %s", async (_, transferChecksDedicated, reason) => {
    await setGeneral({ transferChecksDedicated });
    const ana = await createAgent(world, { name: "Ana", status: "busy", isInTeam: false });
    const { id } = (await post("/conversations", { customer: { id: await createCustomer(world, ana) }, channel: "chat", text: "Hello" })).body;
    await post(`/conversations/${id}/assign`, { agentId: await createAgent(world, { status: "offline" }) });
    await post(`/conversations/${id}/transfer`, { queueId: world.queueId });
    expect((await get(`/conversations/${id}/routing-log`)).body.items.at(-1)).toMatchObject({ by: "router", reason });
  });

  it("agents accept: an offer that stands when it is switched off stands until it is answered", async () => {
    await setGeneral({ assigning: "agents_accept", acceptTimeoutSeconds: 60 });
    const me = await createSignedInAgent(world, { status: "available" });
    const write = async () => (await post("/conversations", { customer: { id: await createCustomer(world) }, channel: "chat", text: "Hello" })).body;
    const { id, routing } = await write();
    expect(routing).toMatchObject({ state: "offered", offer: { agent: { id: me.userId } } });
    await setGeneral({ assigning: "automatic" });
    const next = await write();
    expect(next.routing.state).toBe("in_line");
    expect((await get(`/conversations/${id}`)).body.routing).toMatchObject({ state: "offered", offer: routing.offer });
    expect(await call("POST", `/conversations/${id}/accept`, { cookie: me.cookie })).toMatchObject({ status: 200, body: { assignee: { id: me.userId } } });
    await post(`/conversations/${id}/done`);
    await expect.poll(async () => (await get(`/conversations/${next.id}`)).body.routing.state, { timeout: 3000 }).toBe("assigned");
  });
});
