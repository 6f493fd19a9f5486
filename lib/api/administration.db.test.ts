import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, createSignedInAgent, request, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeAll(async () => {
  world = await createApiWorld({ capacity: 5 });
  key = world.keys.Owner;
});

const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const get = (path: string) => call("GET", path, { key });
const audit = async (query = "") => (await get(`/audit-log?${query}`)).body.items;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe("API keys", () => {
  it("open what their permission set opens, say when they were used, and nothing once revoked", async () => {
    const made = await post("/api-keys", { name: "Shop", permissionSetId: world.permissionSetIds.Agent, expiresAt: inAnHour() });
    expect(made).toMatchObject({ status: 201, body: { key: { name: "Shop", permissionSet: { name: "Agent" }, lastUsedAt: null, revokedAt: null } } });
    const { token, key: { id } } = made.body;
    expect(JSON.stringify((await get("/api-keys")).body)).not.toContain(token);
    expect((await call("GET", "/customers", { key: token })).status).toBe(200);
    expect((await call("GET", "/routing-settings", { key: token })).status).toBe(403);
    expect((await get("/api-keys")).body.items.find((each: { id: string }) => each.id === id)).toMatchObject({ lastUsedAt: expect.any(String) });
    expect(await post(`/api-keys/${id}/revoke`)).toMatchObject({ status: 200, body: { revokedAt: expect.any(String) } });
    expect((await call("GET", "/customers", { key: token })).status).toBe(401);
    const again = await post(`/api-keys/${id}/revoke`);
    expect(again.body.revokedAt).toBe((await get("/api-keys")).body.items.find((each: { id: string }) => each.id === id).revokedAt);
    expect((await audit(`subjectId=${id}`)).map(({ action }: { action: string }) => action)).toEqual(["api_key.revoked", "api_key.created"]);
  });

  it("open nothing once they have expired", async () => {
    const { body } = await post("/api-keys", { name: "Short", permissionSetId: world.permissionSetIds.Agent, expiresAt: inAnHour() });
    const { organizationId } = world;
    await database().apiKey.update({ where: { organizationId_id: { organizationId, id: body.key.id } }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await call("GET", "/customers", { key: body.token })).status).toBe(401);
  });

  it("are refused with a taken name, an end in the past, an unknown set, and more than the maker has", async () => {
    const permissionSetId = world.permissionSetIds.Agent;
    expect((await post("/api-keys", { name: "Twice", permissionSetId })).status).toBe(201);
    expect(await post("/api-keys", { name: "Twice", permissionSetId })).toMatchObject({ status: 409, body: { code: "already_exists" } });
    expect(await post("/api-keys", { name: "Past", permissionSetId, expiresAt: "2020-01-01T00:00:00.000Z" })).toMatchObject({ status: 422, body: { errors: [{ field: "expiresAt" }] } });
    expect(await post("/api-keys", { name: "Unknown", permissionSetId: world.queueId })).toMatchObject({ status: 422, body: { errors: [{ field: "permissionSetId" }] } });
    const keeper = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "Key keeper", ["api_key.manage"]));
    expect(await call("POST", "/api-keys", { key: keeper, body: { name: "Owner's", permissionSetId: world.permissionSetIds.Owner } })).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });
});

describe("channels", () => {
  it("are added with the default wait, renamed, switched off and on", async () => {
    const made = await post("/channels", { key: "telegram", name: " Telegram " });
    expect(made).toMatchObject({ status: 201, body: { key: "telegram", name: "Telegram", isEnabled: true, timeoutSeconds: 300, isBuiltIn: false } });
    const { id } = made.body;
    expect((await get("/routing-settings")).body.channels.map((channel: { id: string }) => channel.id)).toContain(id);
    expect(await call("PATCH", `/channels/${id}`, { key, body: { name: "TG", isEnabled: false } })).toMatchObject({ status: 200, body: { name: "TG", isEnabled: false } });
    expect((await get("/routing-settings")).body.channels.map((channel: { id: string }) => channel.id)).not.toContain(id);
    expect(await call("PATCH", `/channels/${id}`, { key, body: { isEnabled: true } })).toMatchObject({ body: { name: "TG", isEnabled: true } });
    expect((await audit(`subjectId=${id}`))[1]).toMatchObject({ action: "channel.updated", changes: [{ field: "name", from: "Telegram", to: "TG" }, { field: "switched on", from: "on", to: "off" }] });
  });

  it("are refused with a taken key, a strange key, an unknown id, and nothing to change", async () => {
    expect((await post("/channels", { key: "chat", name: "Chat 2" })).body).toMatchObject({ code: "already_exists", errors: [{ field: "key" }] });
    expect((await post("/channels", { key: "Fax Machine", name: "Fax" })).body).toMatchObject({ code: "validation_failed", errors: [{ field: "key" }] });
    expect((await call("PATCH", `/channels/${world.queueId}`, { key, body: { name: "X" } })).status).toBe(404);
    expect((await call("PATCH", `/channels/${world.channelId}`, { key, body: {} })).status).toBe(422);
  });

  it("that are switched off route normally at once who waits in them for a dedicated agent", async () => {
    const { body: channel } = await post("/channels", { key: "fax", name: "Fax" });
    const agentId = await createAgent(world, { status: "busy" });
    const customerId = await createCustomer(world, agentId);
    const { body: begun } = await post("/conversations", { customer: { id: customerId }, channel: "fax", author: "customer", text: "Hello" });
    expect(begun.routing.state).toBe("waiting");
    await call("PATCH", `/channels/${channel.id}`, { key, body: { isEnabled: false } });
    await expect.poll(async () => (await get(`/conversations/${begun.id}`)).body.routing.state).toBe("in_line");
  });
});

describe("the audit log", () => {
  it("tells who changed what, from what to what, and from where", async () => {
    const admin = await createSignedInAgent(world, { name: "Ada", status: "offline", set: "Admin" });
    const { body: settings } = await get("/routing-settings");
    const body = { version: settings.version, dedicatedAgentEnabled: !settings.dedicatedAgentEnabled, channels: [] };
    expect((await call("PUT", "/routing-settings", { cookie: admin.cookie, body })).status).toBe(200);
    expect((await audit("action=routing_settings.saved"))[0]).toMatchObject({
      source: "screen", actor: { userId: admin.userId, name: "Ada" }, sentence: "Ada saved the routing settings.",
      changes: [{ field: "Dedicated Agent", from: "on", to: "off" }],
    });
    await call("PUT", "/routing-settings", { key, body: { ...body, version: settings.version + 1, dedicatedAgentEnabled: true } });
    expect((await audit("action=routing_settings.saved"))[0]).toMatchObject({ source: "api_key", actor: { userId: null } });
  });

  it("says nothing of what changed nothing", async () => {
    const before = (await audit()).length;
    const { body } = await get("/routing-settings");
    await call("PUT", "/routing-settings", { key, body: { version: body.version, dedicatedAgentEnabled: body.dedicatedAgentEnabled, channels: [] } });
    expect((await audit()).length).toBe(before);
  });

  it("shows who a dedicated agent is only to those who may see it", async () => {
    const customerId = await createCustomer(world);
    const agentId = await createAgent(world, { name: "Ben" });
    await call("PUT", `/customers/${customerId}/dedicated-agent`, { key, body: { agentId } });
    expect(await audit(`subjectId=${customerId}`)).toMatchObject([{ action: "customer.dedicated_agent_changed", changes: [{ from: null, to: "Ben" }] }]);
    const auditor = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "Auditor", ["audit_log.read"]));
    const seen = await request("GET", "/api/v1/audit-log?limit=100", { key: auditor });
    expect(await seen.text()).not.toContain("Ben");
    const file = await request("GET", "/api/v1/audit-log.csv", { key: auditor });
    expect(await file.text()).not.toContain("Ben");
  });

  it("is paged without a gap, filtered, and taken along as CSV", async () => {
    const all = await audit("limit=100");
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await get(`/audit-log?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
    expect((await audit(`to=${all.at(-1).at}`)).length).toBe(0);
    const file = await request("GET", "/api/v1/audit-log.csv?subjectKind=channel", { key });
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="audit-log.csv"');
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines[0]).toBe("at,who,what,kind,subject,field,from,to,source,address");
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.slice(1).every((line) => line.includes(",channel,"))).toBe(true);
  });
});
