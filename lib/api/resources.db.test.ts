import { beforeAll, describe, expect, it } from "vitest";
import { setAgentStatus } from "../commands/set-agent-status";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, createSignedInAgent, request, type ApiWorld } from "../testing/api-world";
import { defaultPermissionSets } from "../auth/permissions";
import { createAgent, createCustomer } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeAll(async () => {
  world = await createApiWorld({ capacity: 2 });
  key = world.keys.Owner;
});

const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const get = (path: string) => call("GET", path, { key });

describe("customers", () => {
  it("are added, found, changed, and unique by e-mail and external id", async () => {
    const made = await post("/customers", { name: " Ann Lee ", email: "Ann@Example.test", externalId: "X-1" });
    expect(made).toMatchObject({ status: 201, body: { name: "Ann Lee", email: "ann@example.test", externalId: "X-1", dedicatedAgent: null, reached: { reached: 0, of: 0 } } });
    const { id } = made.body;
    expect((await get("/customers?email=ANN@example.test")).body.items).toMatchObject([{ id }]);
    expect((await get("/customers?externalId=X-1")).body.items).toMatchObject([{ id }]);
    expect((await get("/customers?search=nn%20le")).body.items).toMatchObject([{ id }]);
    expect(await post("/customers", { name: "B", email: "ann@example.test", externalId: "X-1" })).toMatchObject({
      status: 409,
      body: { code: "already_exists", errors: [{ field: "email" }, { field: "externalId" }] },
    });
    expect(await call("PATCH", `/customers/${id}`, { key, body: { name: "Ann Low", externalId: null } })).toMatchObject({ status: 200, body: { name: "Ann Low", email: "ann@example.test", externalId: null } });
    expect(await get(`/customers/${id}`)).toMatchObject({ status: 200, body: { name: "Ann Low" } });
  });

  it("are paged by name without a gap or a repetition, though names are alike", async () => {
    for (let index = 0; index < 7; index += 1) await createCustomer(world);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await get(`/customers?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await database().customer.count({ where: { organizationId: world.organizationId } }));
  });

  it("get a dedicated agent, and lose them", async () => {
    const customerId = await createCustomer(world);
    const agentId = await createAgent(world, { name: "Ana", status: "busy" });
    const manager = await createSignedInAgent(world, { name: "Max", status: "offline", set: "Manager" });
    const address = `/customers/${customerId}/dedicated-agent`;
    const set = await call("PUT", address, { cookie: manager.cookie, body: { agentId } });
    expect(set).toMatchObject({ status: 200, body: { dedicatedAgent: { agent: { id: agentId, name: "Ana", status: "busy", load: 0, capacity: 2, isRoutable: true }, setBy: { name: "Max" } } } });
    const { since } = set.body.dedicatedAgent;
    expect((await call("PUT", address, { key, body: { agentId } })).body.dedicatedAgent).toMatchObject({ since, setBy: { name: "Max" } });
    expect((await get(`/customers?dedicatedAgentId=${agentId}`)).body.items).toMatchObject([{ id: customerId }]);
    expect((await get(`/users/${agentId}`)).body.dedicatedCustomerCount).toBe(1);
    expect(await call("DELETE", address, { key })).toMatchObject({ status: 200, body: { dedicatedAgent: null } });
  });

  it("can't be linked to one who can't be routed conversations", async () => {
    const customerId = await createCustomer(world);
    const [left, barred] = [await createAgent(world, { status: "offline" }), await createAgent(world, { status: "offline" })];
    const { organizationId } = world;
    const setId = await createPermissionSet(organizationId, "Readers", ["conversation.read"]);
    await database().user.update({ where: { organizationId_id: { organizationId, id: left } }, data: { isActive: false } });
    await database().user.update({ where: { organizationId_id: { organizationId, id: barred } }, data: { permissionSetId: setId } });
    for (const agentId of [left, barred]) {
      expect(await call("PUT", `/customers/${customerId}/dedicated-agent`, { key, body: { agentId } })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
    }
  });
});

describe("users", () => {
  it("are listed with team, status, load and capacity; those who can be routed apart", async () => {
    const list = await get("/users?limit=100");
    const routable = await get("/users?limit=100&routable=true");
    expect(list.body.items[0]).toMatchObject({ permissionSet: { name: expect.any(String) }, teams: [{ name: "Support" }], agent: { capacity: 2 } });
    expect(routable.body.items.every(({ agent }: { agent: { isRoutable: boolean } }) => agent.isRoutable)).toBe(true);
    expect(routable.body.items.length).toBe(list.body.items.length - 2);
    expect((await get("/users?routable=false")).body.items.length).toBe(2);
  });

  it("set their status; the same again keeps since when", async () => {
    const agentId = await createAgent(world, { status: "offline" });
    const set = (status: string) => call("PUT", `/users/${agentId}/status`, { key, body: { status } });
    const first = await set("unavailable");
    expect(first).toMatchObject({ status: 200, body: { agent: { status: "unavailable" } } });
    expect((await set("unavailable")).body.agent.statusSince).toBe(first.body.agent.statusSince);
    expect(await call("PUT", "/me/status", { key, body: { status: "busy" } })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
  });

  it("see themselves and what they may", async () => {
    const me = await createSignedInAgent(world, { name: "Mia", status: "offline" });
    const answer = await call("GET", "/me", { cookie: me.cookie });
    expect(answer.body).toMatchObject({ organization: { slug: world.slug }, user: { id: me.userId, name: "Mia" } });
    expect(answer.body.permissions).toEqual([...defaultPermissionSets.Agent].sort());
    expect((await get("/me")).body.user).toBeNull();
    expect(await call("PUT", "/me/status", { cookie: me.cookie, body: { status: "unavailable" } })).toMatchObject({ status: 200, body: { id: me.userId, agent: { status: "unavailable" } } });
  });
});

describe("conversations", () => {
  it("are created with the router's decision in the answer, found by all their filters, and explained", async () => {
    const customer = (await post("/customers", { name: "Cy", email: "cy@example.test" })).body;
    const agentId = await createAgent(world, { name: "Ben" });
    const made = await post("/conversations", { customer: { email: "CY@example.test" }, channel: "chat", subject: "Boots", text: "Too small\n at the toes" });
    expect(made).toMatchObject({
      status: 201,
      body: {
        customer: { id: customer.id },
        channel: { key: "chat" },
        subject: "Boots",
        state: "open",
        lastMessagePreview: "Too small at the toes",
        assignee: { id: agentId },
        routing: { state: "assigned", queue: { name: "General" }, wait: null },
        dedicatedAgent: null,
        dedicatedAgentStatus: null,
        messages: [{ author: "customer", user: null, text: "Too small\n at the toes" }],
      },
    });
    const { id } = made.body;
    for (const query of [`assignee=${agentId}`, `customerId=${customer.id}`, `state=open&customerId=${customer.id}`, `routingState=assigned&assignee=${agentId}`, `queueId=${world.queueId}&customerId=${customer.id}`]) {
      expect((await get(`/conversations?${query}`)).body.items.map((item: { id: string }) => item.id), query).toEqual([id]);
    }
    expect((await get(`/conversations?waitingFor=${agentId}`)).body.items).toEqual([]);
    const log = await get(`/conversations/${id}/routing-log`);
    expect(log.body.items).toMatchObject([{ by: "router", outcome: "assigned", reason: "no_dedicated_agent", agent: { name: "Ben" }, sentence: expect.stringContaining("Ben"), facts: { settings: { version: 1 } } }]);
    await setAgentStatus(world.organizationId, agentId, { status: "offline" });
  });

  it("are one, though their sender tries twice at once", async () => {
    const customerId = await createCustomer(world);
    const body = { customer: { id: customerId }, channel: "chat", text: "Hello?", clientMessageId: "try-1" };
    const answers = await Promise.all([post("/conversations", body), post("/conversations", body), post("/conversations", body)]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect((await get(`/conversations?customerId=${customerId}`)).body.items.length).toBe(1);
    const { id } = answers[0].body;
    const message = { text: "Still there?", author: "customer", clientMessageId: "try-2" };
    const sent = await Promise.all([post(`/conversations/${id}/messages`, message), post(`/conversations/${id}/messages`, message)]);
    expect(sent[0].body.id).toBe(sent[1].body.id);
    expect((await get(`/conversations/${id}`)).body.messages.map(({ text }: { text: string }) => text)).toEqual(["Hello?", "Still there?"]);
  });

  it("need a channel that is there and on", async () => {
    const customerId = await createCustomer(world);
    const { organizationId } = world;
    await database().channel.create({ data: { organizationId, id: customerId, key: "fax", name: "Fax", position: 9, isEnabled: false } });
    for (const channel of ["fax", "telegraph"]) {
      expect(await post("/conversations", { customer: { id: customerId }, channel, text: "Hi" })).toMatchObject({ status: 409, body: { code: "conflict", detail: expect.stringMatching(/fax|telegraph/i) } });
    }
  });

  it("go through their life, and refuse what does not fit", async () => {
    const agentId = await createAgent(world, { status: "offline" });
    const { id } = (await post("/conversations", { customer: { id: await createCustomer(world) }, channel: "chat", text: "Hi" })).body;
    const deed = (name: string, body?: unknown) => post(`/conversations/${id}/${name}`, body);
    const load = async () => (await get(`/users/${agentId}`)).body.agent.load;
    expect((await get(`/conversations/${id}`)).body.routing.state).toBe("in_line");
    expect(await deed("route-now")).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await deed("assign", { agentId })).toMatchObject({ status: 200, body: { assignee: { id: agentId }, routing: { state: "assigned" } } });
    expect(await load()).toBe(1);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect(await deed("snooze", { until })).toMatchObject({ status: 200, body: { state: "snoozed", snoozedUntil: until, routing: { state: "out" }, assignee: { id: agentId } } });
    expect(await load()).toBe(0);
    expect(await deed("messages", { text: "An answer" })).toMatchObject({ status: 201, body: { author: "agent", user: null } });
    expect(await deed("done")).toMatchObject({ status: 200, body: { state: "done", snoozedUntil: null } });
    expect(await deed("done")).toMatchObject({ status: 200, body: { state: "done" } });
    for (const [name, body] of [["snooze", { until }], ["assign", { agentId }], ["messages", { text: "Late" }]] as const) {
      expect(await deed(name, body)).toMatchObject({ status: 409, body: { code: "conflict" } });
    }
    expect(await deed("reopen")).toMatchObject({ status: 200, body: { state: "open", assignee: null, routing: { state: "in_line" } } });
    expect(await deed("reopen")).toMatchObject({ status: 200, body: { state: "open" } });
    const reasons = (await get(`/conversations/${id}/routing-log`)).body.items.filter(({ by }: { by: string }) => by === "hand").map(({ reason }: { reason: string }) => reason);
    expect(reasons).toEqual(["assigned_by_hand", "snoozed", "done", "reopened"]);
  });
});

describe("routing settings", () => {
  it("are saved from the version they were read in; a stale save gets what stands now", async () => {
    const admin = await createSignedInAgent(world, { name: "Ada", status: "offline", set: "Admin" });
    const before = (await get("/routing-settings")).body;
    expect(before).toMatchObject({ version: 1, dedicatedAgentEnabled: true, updatedBy: null, waitingCount: 0, channels: [{ key: "chat", timeoutSeconds: 300, whenAgentAbsent: "route" }] });
    const channels = [{ id: world.channelId, timeoutSeconds: 5, whenAgentAbsent: "wait" }];
    const save = (version: number, cookie: string) => call("PUT", "/routing-settings", { cookie, body: { version, dedicatedAgentEnabled: true, channels } });
    const [one, two] = await Promise.all([save(1, admin.cookie), save(1, admin.cookie)]);
    const [saved, stale] = one.status === 200 ? [one, two] : [two, one];
    expect(saved).toMatchObject({ status: 200, body: { version: 2, updatedBy: { name: "Ada" }, channels: [{ timeoutSeconds: 5, whenAgentAbsent: "wait" }] } });
    expect(stale).toMatchObject({ status: 409, body: { code: "stale_version", detail: expect.stringContaining("Ada"), current: { version: 2, channels: [{ timeoutSeconds: 5 }] } } });
  });
});

describe("without the permission to view dedicated agents", () => {
  it("they are absent from customers, conversations, users and the log, and can't be asked for", async () => {
    const { organizationId } = world;
    const blind = await createKey(organizationId, await createPermissionSet(organizationId, "Blind", defaultPermissionSets.Owner.filter((name) => name !== "customer.dedicated_agent.view")));
    const agentId = await createAgent(world, { name: "Secretagent", status: "busy" });
    const customerId = await createCustomer(world, agentId);
    const { id, routing } = (await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hi" })).body;
    expect(routing).toMatchObject({ state: "waiting", wait: { agent: { name: "Secretagent" } } });
    await call("PUT", `/customers/${customerId}/dedicated-agent`, { key, body: { agentId: await createAgent(world, { name: "Secretagent", status: "busy" }) } });
    for (const path of [`/customers/${customerId}`, "/customers?limit=100", `/conversations/${id}`, `/conversations?customerId=${customerId}`, `/conversations/${id}/routing-log`]) {
      const { status, body } = await call("GET", path, { key: blind });
      expect(status).toBe(200);
      expect(JSON.stringify(body), path).not.toMatch(/Secretagent|edicatedAgent|dedicated_/);
    }
    expect((await call("GET", `/users/${agentId}`, { key: blind })).body).not.toHaveProperty("dedicatedCustomerCount");
    expect(await call("GET", `/customers?dedicatedAgentId=${agentId}`, { key: blind })).toMatchObject({ status: 403 });
    expect(await call("GET", `/conversations?waitingFor=${agentId}`, { key: blind })).toMatchObject({ status: 403 });
  });
});

describe("events", () => {
  it("tell which things change, to those who may read them", async () => {
    const { organizationId } = world;
    const settingsOnly = await createKey(organizationId, await createPermissionSet(organizationId, "Settings", ["routing_settings.read"]));
    const [all, some] = await Promise.all([listen(key), listen(settingsOnly)]);
    const { id } = (await post("/customers", { name: "Eve" })).body;
    const version = (await get("/routing-settings")).body.version;
    await call("PUT", "/routing-settings", { key, body: { version, dedicatedAgentEnabled: true, channels: [] } });
    expect(await all.until('"settings"')).toContain(`customer:${id}`);
    expect(await some.until('"settings"')).not.toContain(`customer:${id}`);
  });
});

async function listen(as: string) {
  const response = await request("GET", "/api/v1/events", { key: as });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    /** All that was heard until this came. */
    async until(part: string): Promise<string> {
      while (!text.includes(part)) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: "" };
        if (done) throw new Error(`the stream ended before ${part}: ${text}`);
        text += value;
      }
      return text;
    },
  };
}
