import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

/** The queue is found by the rules first (the routing contract, §2), whichever way a conversation comes in. */
withApiDatabase();

let world: ApiWorld;
let key: string;
let vip: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 5 });
  key = world.keys.Owner;
  vip = await createQueue("VIP", { priority: 5, weight: 2 });
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const put = (path: string, body: unknown) => call("PUT", path, { key, body });

async function createQueue(name: string, options: { priority?: number; weight?: number } = {}): Promise<string> {
  const id = newId();
  await database().queue.create({ data: { organizationId: world.organizationId, id, name, ...options } });
  return id;
}

interface Rule {
  readonly name?: string;
  readonly isEnabled?: boolean;
  readonly match?: string;
  readonly conditions: readonly object[];
  readonly queueId?: string;
}

async function setRules(...rules: Rule[]): Promise<void> {
  const { version } = (await get("/queue-rules")).body;
  const whole = rules.map((rule, index) => ({ name: `Rule ${index + 1}`, isEnabled: true, match: "all", queueId: vip, ...rule }));
  expect(await put("/queue-rules", { version, rules: whole })).toMatchObject({ status: 200 });
}

async function write(conversation: object = {}, customer: object = {}) {
  const { id } = (await post("/customers", { name: "Ann", ...customer })).body;
  const answer = await post("/conversations", { customer: { id }, channel: "chat", text: "Hello", ...conversation });
  expect(answer.status).toBe(201);
  return { ...answer.body, customerId: id };
}

async function entriesOf(id: string): Promise<{ reason: string; sentence: string }[]> {
  return (await get(`/conversations/${id}/routing-log`)).body.items;
}

async function reasonsOf(id: string): Promise<string[]> {
  return (await entriesOf(id)).map(({ reason }) => reason);
}

const vipTag = { field: "customer_tags", operator: "has_any", values: ["vip"] };

describe("a conversation that comes in", () => {
  it("enters the queue of the first enabled rule that matches, with its weight and priority, and the log says which rule", async () => {
    const other = await createQueue("Other");
    await setRules(
      { name: "Off", isEnabled: false, conditions: [vipTag], queueId: other },
      { name: "Not", conditions: [{ field: "subject", operator: "is_set" }], queueId: other },
      { name: "For VIPs", conditions: [vipTag] },
      { name: "Too late", conditions: [vipTag], queueId: other },
    );
    const { id, routing } = await write({}, { tags: ["VIP"] });
    expect(routing).toMatchObject({ queue: { id: vip, name: "VIP" }, priority: 5, weight: 2 });
    const [chosen, decided] = await entriesOf(id);
    expect(chosen).toMatchObject({ reason: "queued_by_rule", outcome: "pending", sentence: "The queue rule For VIPs put it in the queue VIP.", facts: { ruleName: "For VIPs", queueName: "VIP" } });
    expect(decided).toMatchObject({ by: "router" });
  });

  it.each([
    ["its subject", { field: "subject", operator: "contains", value: "refund" }, { subject: "A Refund, please" }, {}],
    ["its first message", { field: "first_message", operator: "starts_with", value: "help" }, { text: "Help me" }, {}],
    ["its channel", { field: "channel", operator: "is_any_of", values: ["chat"] }, {}, {}],
    ["its tags", { field: "conversation_tags", operator: "has_all", values: ["a", "b"] }, { tags: ["b", "a"] }, {}],
    ["its language", { field: "language", operator: "is_any_of", values: ["pt"] }, { language: "pt-BR" }, { language: "en" }],
    ["its customer's language", { field: "language", operator: "is_any_of", values: ["en"] }, {}, { language: "en-GB" }],
    ["its customer's attributes", { field: "customer_attribute", key: "seats", operator: "greater_than", value: 99 }, {}, { attributes: { seats: 100 } }],
    ["its customer's e-mail", { field: "customer_email", operator: "ends_with", value: "@acme.test" }, {}, { email: "ann@acme.test" }],
    ["business hours that are not set: always open", { field: "business_hours", operator: "inside" }, {}, {}],
  ])("by %s", async (_, condition, conversation, customer) => {
    await setRules({ conditions: [condition] });
    expect((await write(conversation, customer)).routing.queue.id).toBe(vip);
  });

  it("by business hours, which are closed all day", async () => {
    const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    await put("/business-hours", { version: 1, hours: { timeZone: "Europe/Berlin", weekly: never, exceptions: [] } });
    await setRules({ conditions: [{ field: "business_hours", operator: "outside" }] });
    expect((await write()).routing.queue.id).toBe(vip);
  });

  it("enters the default queue when no rule matches, and then no rule is in the log", async () => {
    await setRules({ conditions: [vipTag, { field: "subject", operator: "is_set" }] });
    const { id, routing } = await write({}, { tags: ["vip"] });
    expect(routing.queue.id).toBe(world.queueId);
    expect(await reasonsOf(id)).not.toContain("queued_by_rule");
  });

  it("enters the queue it is sent to, whatever the rules say", async () => {
    await setRules({ conditions: [vipTag] });
    const { id, routing } = await write({ queueId: world.queueId }, { tags: ["vip"] });
    expect(routing.queue.id).toBe(world.queueId);
    expect(await reasonsOf(id)).not.toContain("queued_by_rule");
  });

  it("also from the chat page", async () => {
    await setRules({ conditions: [{ field: "customer_name", operator: "is", value: "visitor" }] });
    const answer = await call("POST", `/chat/${world.slug}/conversations`, { body: { name: "Visitor", email: "visitor@example.test", text: "Hi" } });
    const row = await database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id: answer.body.conversation.id } } });
    expect(row).toMatchObject({ queueId: vip, weight: 2, priority: 5 });
  });

  it("also when an agent opens it, whose load grows by its weight", async () => {
    await setRules({ conditions: [{ field: "first_message", operator: "is_set" }] });
    const me = await createSignedInAgent(world, { status: "offline" });
    const customerId = await createCustomer(world);
    const { body } = await call("POST", "/conversations", { cookie: me.cookie, body: { customer: { id: customerId }, channel: "chat", text: "Hello" } });
    expect(body).toMatchObject({ assignee: { id: me.userId }, routing: { queue: { id: vip } } });
    expect(await reasonsOf(body.id)).toEqual(["queued_by_rule", "opened_by_agent"]);
    expect((await get(`/users/${me.userId}`)).body.agent.load).toBe(2);
  });

  it("shows its tags and its language", async () => {
    const { id } = await write({ tags: ["a", "b", "a"], language: "de" });
    expect((await get(`/conversations/${id}`)).body).toMatchObject({ tags: ["a", "b"], language: "de" });
    expect((await write()).language).toBeNull();
  });
});

describe("a conversation that comes back", () => {
  it("from done enters anew: its customer as they are now, its first message as it was", async () => {
    const { id, customerId, routing } = await write({ text: "First" });
    expect(routing.queue.id).toBe(world.queueId);
    await setRules({ name: "For VIPs", match: "all", conditions: [vipTag, { field: "first_message", operator: "is", value: "first" }] });
    await call("PATCH", `/customers/${customerId}`, { key, body: { tags: ["vip"] } });
    await post(`/conversations/${id}/done`);
    expect((await post(`/conversations/${id}/messages`, { author: "customer", text: "Second" })).status).toBe(201);
    expect((await get(`/conversations/${id}`)).body.routing).toMatchObject({ queue: { id: vip }, priority: 5, weight: 2 });
    await expect.poll(async () => (await reasonsOf(id)).slice(1)).toEqual(["done", "reopened", "queued_by_rule", expect.any(String)]);
  });

  it("from done leaves a queue that no rule names any more", async () => {
    await setRules({ conditions: [vipTag] });
    const { id, customerId } = await write({}, { tags: ["vip"] });
    await call("PATCH", `/customers/${customerId}`, { key, body: { tags: [] } });
    await post(`/conversations/${id}/done`);
    expect((await post(`/conversations/${id}/reopen`)).body.routing).toMatchObject({ queue: { id: world.queueId }, priority: 50, weight: 1 });
  });

  it("from done where there are no rules enters its own queue again, with that queue's weight as it is now", async () => {
    const { id } = await write({ queueId: vip });
    await call("PATCH", `/queues/${vip}`, { key, body: { weight: 3 } });
    await post(`/conversations/${id}/done`);
    expect((await post(`/conversations/${id}/reopen`)).body.routing).toMatchObject({ queue: { id: vip }, weight: 3 });
  });

  it("from done to its assignee stays in its queue", async () => {
    const agentId = await createAgent(world);
    const { id } = await write();
    await setRules({ conditions: [{ field: "first_message", operator: "is_set" }] });
    await post(`/conversations/${id}/done`);
    expect((await post(`/conversations/${id}/reopen`)).body).toMatchObject({ assignee: { id: agentId }, routing: { queue: { id: world.queueId } } });
  });

  it("from a snooze, or taken off its assignee, stays in its queue", async () => {
    const agentId = await createAgent(world, { status: "offline" });
    const { id } = await write();
    await setRules({ conditions: [{ field: "first_message", operator: "is_set" }] });
    await post(`/conversations/${id}/snooze`, { until: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await post(`/conversations/${id}/reopen`)).body).toMatchObject({ state: "open", routing: { queue: { id: world.queueId } } });
    await post(`/conversations/${id}/assign`, { agentId });
    expect((await post(`/conversations/${id}/assign`, { agentId: null })).body.routing.queue.id).toBe(world.queueId);
  });
});
