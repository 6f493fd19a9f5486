import { beforeAll, describe, expect, it } from "vitest";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, request, type ApiWorld } from "../testing/api-world";
import { createCustomer, createPendingConversation } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeAll(async () => {
  world = await createApiWorld();
  key = world.keys.Owner;
});

function fieldsOf(body: { errors?: { field: string }[] }): string[] {
  return (body.errors ?? []).map(({ field }) => field).sort();
}

describe("a bad body names each bad field", () => {
  const longText = "x".repeat(10_001);
  it.each([
    ["POST", "/customers", {}, ["name"]],
    ["POST", "/customers", { name: " ", email: "nobody", externalId: "" }, ["email", "externalId", "name"]],
    ["POST", "/customers", { name: "A", nickname: "B", age: 3 }, ["age", "nickname"]],
    ["POST", "/conversations", { channel: "chat", text: "" }, ["customer", "text"]],
    ["POST", "/conversations", { customer: { id: "1" }, channel: "", text: longText }, ["channel", "customer.id", "text"]],
    ["POST", "/conversations", { customer: { email: "a@example.test" }, channel: "chat", text: "Hi", author: "robot", priority: 1 }, ["author", "priority"]],
    ["PUT", "/me/status", { status: "asleep" }, ["status"]],
    ["PUT", "/routing-settings", { version: 0, dedicatedAgentEnabled: "yes", channels: [{ id: "x", timeoutSeconds: 4, whenAgentAbsent: "never" }] }, ["channels.0.id", "channels.0.timeoutSeconds", "channels.0.whenAgentAbsent", "dedicatedAgentEnabled", "version"]],
    ["PUT", "/routing-settings", { version: 1, dedicatedAgentEnabled: true, channels: [{ id: "0195f000-0000-7000-8000-000000000001", timeoutSeconds: 3600.5, whenAgentAbsent: "wait", extra: 1 }] }, ["channels.0.extra", "channels.0.timeoutSeconds"]],
    ["PUT", "/routing-settings", { version: 1, dedicatedAgentEnabled: true, channels: [], general: { automaticUserUnassignment: 1, requeueWhenOffline: false, transferChecksDedicated: false, assigning: "by_hand", acceptTimeoutSeconds: 601 } }, ["general.acceptTimeoutSeconds", "general.assigning", "general.automaticUserUnassignment"]],
    ["PUT", "/routing-settings", { version: 1, dedicatedAgentEnabled: true, channels: [], general: { requeueWhenOffline: true } }, ["general.acceptTimeoutSeconds", "general.assigning", "general.automaticUserUnassignment", "general.transferChecksDedicated"]],
    ["PUT", "/queue-rules", { version: 1, rules: [{ name: "R", isEnabled: true, match: "all", conditions: [], queueId: "x" }] }, ["rules.0.conditions", "rules.0.queueId"]],
    ["PUT", "/business-hours", { version: 1 }, ["hours"]],
    ["PUT", "/custom-statuses", { version: 1, statuses: [{ name: "Lunch", type: "unavailable" }, { name: "lunch", type: "gone" }, { name: "Busy", type: "busy" }] }, ["statuses.1.type"]],
    ["PUT", "/custom-statuses", { version: 1, statuses: [{ name: "Lunch", type: "unavailable" }, { name: "lunch", type: "busy" }, { name: "Busy", type: "busy" }] }, ["statuses.1.name", "statuses.2.name"]],
    ["PATCH", "/queues/:queue", { strategy: "random", overflowAfterSeconds: 0, priority: 101, weight: 1.5 }, ["overflowAfterSeconds", "priority", "strategy", "weight"]],
    ["PATCH", "/queues/:queue", {}, [""]],
    ["PUT", "/teams/:team/queues", { queues: [{ queueId: "0195f000-0000-7000-8000-000000000001", isOverflow: false }, { queueId: "0195f000-0000-7000-8000-000000000001" }] }, ["queues.1.isOverflow"]],
    ["POST", "/customers", { name: "A", language: "english", tags: ["", "a".repeat(51)], attributes: { "Plan!": 1 } }, ["attributes.Plan!", "language", "tags.0", "tags.1"]],
    ["POST", "/customers", { name: "A", attributes: { plan: null, note: "x".repeat(501) }, tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, ["attributes.note", "attributes.plan", "tags"]],
    ["POST", "/customers/:customer/merge", { customerId: "me" }, ["customerId"]],
    ["PUT", "/customers/:customer/dedicated-agent", { agentId: "me" }, ["agentId"]],
    ["PATCH", "/customers/:customer", { name: "a\u0000b", email: 5 }, ["email", "name"]],
    ["PATCH", "/customers/:customer", {}, [""]],
    ["POST", "/conversations/:conversation/messages", { text: "\u0007", author: "nobody" }, ["author", "text"]],
    ["POST", "/conversations/:conversation/snooze", { until: "tomorrow" }, ["until"]],
    ["POST", "/conversations/:conversation/snooze", { until: "2020-01-01T00:00:00.000Z" }, ["until"]],
    ["POST", "/conversations/:conversation/snooze", { until: "2999-01-01T00:00:00.000Z" }, ["until"]],
    ["POST", "/conversations/:conversation/assign", {}, ["agentId"]],
    ["POST", "/conversations/:conversation/move", { customerId: null }, ["customerId"]],
    ["GET", "/customers?limit=0&colour=red&email=x", undefined, ["colour", "email", "limit"]],
    ["GET", "/customers?cursor=abc", undefined, ["cursor"]],
    ["GET", "/conversations?state=lost&assignee=them", undefined, ["assignee", "state"]],
    ["GET", "/conversations?assignee=me", undefined, ["assignee"]],
    ["GET", "/conversations?limit=1&limit=2", undefined, ["limit"]],
    ["GET", "/users?routable=perhaps", undefined, ["routable"]],
  ])("%s %s (%#)", async (method, path, body, fields) => {
    const address = path
      .replace(":customer", await createCustomer(world))
      .replace(":conversation", await createPendingConversation(world))
      .replace(":queue", world.queueId)
      .replace(":team", world.teamId);
    const answer = await call(method, address, { key, ...(body !== undefined && { body }) });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe("validation_failed");
    expect(fieldsOf(answer.body)).toEqual([...fields].sort());
  });
});

describe("what can't be read", () => {
  it.each([
    ["no JSON", 400, "bad_request", { body: "{name:", headers: {} }],
    ["another content type", 415, "unsupported_media_type", { body: "name=A", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["more than 64 kB", 413, "body_too_large", { body: { name: "A".repeat(70_000) }, headers: {} }],
  ])("%s", async (_, status, code, options) => {
    const response = await request("POST", "/api/v1/customers", { key, ...options });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code, type: `urn:kith:problem:${code}` });
  });

  it("an address there is not, and a method it does not take", async () => {
    expect(await call("GET", "/nowhere", { key })).toMatchObject({ status: 404, body: { code: "not_found" } });
    const response = await request("PATCH", "/api/v1/routing-settings", { key, body: {} });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, PUT");
  });

  it("is not kept by any cache", async () => {
    expect((await request("GET", "/api/v1/me", { key })).headers.get("cache-control")).toBe("no-store");
  });
});

describe("open to all", () => {
  it("the document and the health", async () => {
    const document = await call("GET", "/openapi.json");
    expect(document.body.openapi).toBe("3.1.0");
    expect(Object.keys(document.body.paths)).toContain("/api/v1/conversations/{id}/route-now");
    expect(await call("GET", "/healthz")).toEqual({ status: 200, body: { status: "ok" } });
  });
});

describe("who asks", () => {
  it("is nobody with a wrong, a cut or a revoked key", async () => {
    const wrong = `${key.slice(0, -2)}${key.endsWith("AA") ? "BB" : "AA"}`;
    for (const bad of [wrong, key.slice(0, -5), "kith_", "", `${key}x`]) expect(await call("GET", "/me", { key: bad })).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
  });

  it("an API key is no cookie, so its origin does not matter", async () => {
    expect(await call("POST", "/customers", { key, headers: { origin: "https://evil.example" }, body: { name: "A" } })).toMatchObject({ status: 201 });
  });
});
