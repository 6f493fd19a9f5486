import { beforeAll, describe, expect, it } from "vitest";
import { closeEventStreams } from "../live/event-stream";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, permissionSetNames, request, signIn, testPassword, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer, createPendingConversation } from "../testing/small-organization";
import { operations } from "./operations";

withApiDatabase();

let world: ApiWorld;
let other: ApiWorld;
let key: string;

beforeAll(async () => {
  [world, other] = [await createApiWorld(), await createApiWorld()];
  key = world.keys.Owner;
});

const writes = operations.filter(({ contract }) => contract.method !== "get");
const guarded = operations.filter(({ contract }) => contract.access !== "public");
const unused = "0195f000-0000-7000-8000-000000000001";

function addressOf(path: string, id = unused, slug = world.slug): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === "slug" ? slug : id));
}

describe("ids of another organization", () => {
  it.each(guarded.filter(({ contract }) => contract.params !== undefined).map(({ contract }) => contract))("$operationId finds nothing by any of them", async ({ method, path, body }) => {
    const theirs = [await createCustomer(other), await createPendingConversation(other), await createAgent(other, { status: "offline" }), other.queueId, other.teamId, other.channelId, other.permissionSetIds.Agent];
    for (const id of theirs) {
      const { status } = await call(method.toUpperCase(), addressOf(path, id), { key, ...(body && { body: {} }) });
      // A body that is not as it should be is said before anything is looked for.
      expect([404, 422]).toContain(status);
    }
  });
});

describe("fields that nobody asked for", () => {
  const smuggled = { organizationId: unused, permissionSetId: unused, permissions: ["organization.manage"], isActive: false, secretHash: "x", role: "Owner", id: unused };
  it.each(writes.filter(({ contract }) => contract.body !== undefined).map(({ contract }) => contract))("$operationId refuses them", async ({ method, path }) => {
    const answer = await call(method.toUpperCase(), addressOf(path), { key, body: smuggled });
    expect(answer.status).toBe(422);
    const named: string[] = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(named).toEqual(expect.arrayContaining(["organizationId", "secretHash", "role"]));
  });
});

describe("another site's page", () => {
  it.each(writes.map(({ contract }) => contract))("$operationId does nothing for it", async ({ method, path }) => {
    const { cookie } = await theirSession();
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "http://kith.test.evil.example" }, { origin: "https://evil.example", "x-forwarded-host": "evil.example" }]) {
      expect(await call(method.toUpperCase(), addressOf(path), { cookie, headers, body: {} })).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
    }
    const noOrigin = await call(method.toUpperCase(), addressOf(path), { cookie, headers: { origin: "http://kith.test", "sec-fetch-site": "cross-site" }, body: {} });
    expect(noOrigin).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
  });

  it("can't sign anybody in or out", async () => {
    const { cookie } = await theirSession();
    for (const path of ["/api/auth/sign-in/email", "/api/auth/sign-out"]) {
      expect((await request("POST", path, { cookie, headers: { origin: "https://evil.example" }, body: {} })).status).toBe(403);
    }
  });

  let session: Promise<{ cookie: string }> | undefined;
  function theirSession(): Promise<{ cookie: string }> {
    session ??= createSignedInAgent(world, { status: "offline", set: "Owner" });
    return session;
  }
});

describe("text that means something elsewhere", () => {
  const texts = ["'; DROP TABLE customer; --", "\" OR 1=1 --", "%' OR '1'='1", "$1; SELECT pg_sleep(10)", "\\'; --", "<script>alert(1)</script>", "${7*7}{{7*7}}", "../../../etc/passwd"];

  it.each(texts)("%s is text", async (text) => {
    const made = await call("POST", "/customers", { key, body: { name: text, tags: [text.slice(0, 50)], attributes: { note: text } } });
    expect(made).toMatchObject({ status: 201, body: { name: text } });
    const begun = await call("POST", "/conversations", { key, body: { customer: { id: made.body.id }, channel: "chat", text, subject: text, author: "customer" } });
    expect(begun.status).toBe(201);
    for (const [, query] of [["search", `/customers?search=${encodeURIComponent(text)}`], ["one", `/customers/${made.body.id}`]] as const) {
      expect((await call("GET", query, { key })).status).toBe(200);
    }
    // In every filter: refused, or found to be nothing.
    for (const { contract } of operations) {
      if (contract.method !== "get" || contract.query === undefined || contract.path.includes("{")) continue;
      for (const name of Object.keys(contract.query.shape)) {
        expect((await request("GET", `/api/v1${contract.path}?${name}=${encodeURIComponent(text)}`, { key })).status, `${contract.path} ${name}`).toBeLessThan(500);
      }
    }
    expect(await database().customer.count({ where: { organizationId: world.organizationId, name: text } })).toBe(1);
  });
});

describe("bodies that are traps", () => {
  const send = (body: string, headers: Readonly<Record<string, string>> = {}) => call("POST", "/customers", { key, body, headers });

  it("__proto__ is no field, however deep", async () => {
    expect(await send('{"name":"A","__proto__":{"isAdmin":true}}')).toMatchObject({ status: 400 });
    expect(await send('{"name":"A","attributes":{"__proto__":"x"}}')).toMatchObject({ status: 400 });
    expect(await send('{"name":"A","constructor":{"prototype":{"isAdmin":true}}}')).toMatchObject({ status: 422 });
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });

  it("a deep body is refused, and takes nothing down", async () => {
    expect(await send(`${"[".repeat(30_000)}${"]".repeat(30_000)}`)).toMatchObject({ status: 400, body: { code: "bad_request" } });
    expect(await send(`{"name":"A","attributes":${'{"a":'.repeat(100)}1${"}".repeat(100)}}`)).toMatchObject({ status: 400 });
  });

  it("a body too large is refused, at every door", async () => {
    expect(await send(JSON.stringify({ name: "A".repeat(70_000) }))).toMatchObject({ status: 413 });
    expect((await request("POST", "/api/auth/sign-in/email", { body: { email: "a@example.test", password: "x".repeat(70_000) } })).status).toBe(413);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", "text/plain; application/json", ""])("JSON that says it is %s is not read", async (type) => {
    expect(await send('{"name":"A"}', { "content-type": type })).toMatchObject({ status: 415 });
  });
});

describe("addresses and headers that are traps", () => {
  it.each(["/api/v1//me", "/api/v1/users%2f..%2f..%2fauth", "/api//v1/me", "/api/v1/customers/..%2fusers", "/api/v1/me/%00", "/api/v1/ME"])("%s leads nowhere", async (path) => {
    expect((await request("GET", path, { key })).status).toBe(404);
  });

  it("a header does not change the method, the address or the site", async () => {
    const headers = { "x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-original-url": "/api/v1/openapi.json", "x-rewrite-url": "/api/v1/openapi.json" };
    const customerId = await createCustomer(world);
    expect(await call("GET", `/customers/${customerId}`, { key, headers })).toMatchObject({ status: 200, body: { id: customerId } });
  });

  it("better-auth's other doors are no addresses", async () => {
    for (const path of ["sign-up/email", "change-email", "update-user", "delete-user", "callback/google", "..%2fsign-up%2femail", "sign-up//email"]) {
      const response = await request("POST", `/api/auth/${path}`, { body: { email: "a@example.test", password: testPassword, name: "A" } });
      expect([403, 404, 401], path).toContain(response.status);
    }
  });
});

describe("keys and sessions that were", () => {
  it("a revoked key opens nothing", async () => {
    const { body } = await call("POST", "/api-keys", { key, body: { name: "Short", permissionSetId: world.permissionSetIds.Agent } });
    expect(await call("GET", "/me", { key: body.token })).toMatchObject({ status: 200 });
    const [, , keyId = ""] = String(body.token).split("_");
    const revoke = operations.find(({ contract }) => contract.operationId === "revokeApiKey")?.contract;
    expect((await request((revoke?.method ?? "").toUpperCase(), `/api/v1${addressOf(revoke?.path ?? "", keyId)}`, { key })).status).toBe(200);
    expect(await call("GET", "/me", { key: body.token })).toMatchObject({ status: 401 });
  });

  it("a key is bound to its organization", async () => {
    const parts = key.split("_");
    for (const set of permissionSetNames) {
      const theirs = other.keys[set].split("_");
      expect(await call("GET", "/me", { key: [parts[0], theirs[1], parts[2], ...parts.slice(3)].join("_") })).toMatchObject({ status: 401 });
    }
  });

  it("signing in gives a session of its own, whatever cookie was there (fixation)", async () => {
    const { userId, cookie } = await createSignedInAgent(world, { status: "offline" });
    const { email } = await database().user.findFirstOrThrow({ where: { organizationId: world.organizationId, id: userId } });
    const planted = "kith.session_token=planted-by-somebody-else";
    const response = await request("POST", "/api/auth/sign-in/email", { cookie: planted, body: { email, password: testPassword } });
    const given = response.headers.getSetCookie().find((each) => each.startsWith("kith.session_token="));
    expect(given).toMatch(/HttpOnly/i);
    expect(given).toMatch(/SameSite=Lax/i);
    expect(given).not.toContain("planted");
    expect(given?.split(";")[0]).not.toBe(cookie.split(";")[0]);
    expect(await call("GET", "/me", { cookie: planted })).toMatchObject({ status: 401 });
    expect((await signIn(email, "wrong")).headers.getSetCookie()).toEqual([]);
    closeEventStreams();
  });
});
