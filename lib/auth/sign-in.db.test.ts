import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, createApiWorld, createSignedInAgent, letSignIn, request, signIn, testPassword, type ApiWorld } from "../testing/api-world";
import { createAgent } from "../testing/small-organization";

withApiDatabase();

const run = promisify(execFile);
let world: ApiWorld;

beforeAll(async () => {
  world = await createApiWorld();
});

async function account(): Promise<{ userId: string; email: string }> {
  const userId = await createAgent(world, { status: "offline" });
  return { userId, email: await letSignIn(world.organizationId, userId) };
}

describe("signing in", () => {
  it("opens a session in a cookie that scripts and other sites do not get, and tells no token", async () => {
    const { userId, email } = await account();
    const response = await signIn(email.toUpperCase(), testPassword);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ isSignedIn: true, needsCode: false });
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith("kith.session_token="));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await call("GET", "/me", { cookie: cookiesOf(response) })).toMatchObject({ status: 200, body: { user: { id: userId } } });
  });

  it.each([
    ["a wrong password", async () => signIn((await account()).email, "another-password")],
    ["nobody's address", async () => signIn("nobody@example.test", testPassword)],
    ["a user who has left", async () => {
      const { userId, email } = await account();
      await deactivate(userId);
      return signIn(email, testPassword);
    }],
  ])("refuses %s, all with the same words", async (_, attempt) => {
    const response = await attempt();
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie().filter((cookie) => cookie.startsWith("kith.session_token=") && !cookie.includes("Max-Age=0"))).toEqual([]);
    expect(await response.json()).toMatchObject({ code: "not_signed_in", detail: "The e-mail or the password is not right." });
  });

  it("refuses the twenty-first attempt on an account, from wherever, even with the right password", async () => {
    const { email } = await account();
    for (let index = 0; index < 20; index += 1) await request("POST", "/api/auth/sign-in/email", { body: { email, password: "guess" }, headers: { "x-forwarded-for": `10.0.0.${index}` } });
    expect((await signIn(email, testPassword)).status).toBe(429);
  });

  it("refuses what is not a sign-in", async () => {
    expect((await request("POST", "/api/auth/sign-in/email", { body: { email: "x" } })).status).toBe(400);
  });

  it.each(["sign-up/email", "change-email", "update-user", "delete-user", "sign-in/social", "request-password-reset"])("has no %s", async (address) => {
    const body = { email: "new@example.test", password: testPassword, name: "New" };
    expect((await request("POST", `/api/auth/${address}`, { body })).status).toBe(404);
    expect(await database().authUser.count({ where: { email: "new@example.test" } })).toBe(0);
  });
});

describe("a session", () => {
  it("ends with signing out", async () => {
    const { cookie } = await createSignedInAgent(world, { status: "offline" });
    expect((await request("POST", "/api/auth/sign-out", { cookie, body: {} })).status).toBe(200);
    expect((await call("GET", "/me", { cookie })).status).toBe(401);
  });

  it("ends when the user leaves", async () => {
    const { userId, cookie } = await createSignedInAgent(world, { status: "offline" });
    await deactivate(userId);
    expect((await call("GET", "/me", { cookie })).status).toBe(401);
  });

  it("changes nothing for another site's page", async () => {
    const { cookie } = await createSignedInAgent(world, { status: "offline" });
    const body = { status: "unavailable" };
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "http://kith.test.evil.example" }]) {
      expect(await call("PUT", "/me/status", { cookie, body, headers })).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
    }
    expect((await request("POST", "/api/auth/sign-out", { cookie, body: {}, headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect(await call("PUT", "/me/status", { cookie, body })).toMatchObject({ status: 200 });
  });
});

describe("npm run api-key", () => {
  const script = path.resolve("scripts/api-key.ts");
  const make = (...args: string[]) => run(process.execPath, ["--import", "tsx", script, ...args], { env: process.env });

  it("makes a key that works, shows it once and keeps only its hash", async () => {
    const { stdout } = await make("--organization", world.slug, "--name", "Shop", "--permission-set", "manager");
    const key = stdout.trim();
    expect(await call("GET", "/me", { key })).toMatchObject({ status: 200, body: { user: null, organization: { slug: world.slug } } });
    expect((await call("PUT", "/routing-settings", { key, body: {} })).status).toBe(403);
    const row = await database().apiKey.findFirstOrThrow({ where: { name: "Shop" } });
    expect(key).not.toContain(row.secretHash);
    await expect(make("--organization", world.slug, "--name", "Shop", "--permission-set", "Manager")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("already") });
    await database().apiKey.updateMany({ where: { name: "Shop" }, data: { revokedAt: new Date() } });
    expect((await call("GET", "/me", { key })).status).toBe(401);
  });

  it.each([
    [["--organization", "nowhere", "--name", "A", "--permission-set", "Agent"], "There is no organization nowhere"],
    [["--name", "A"], "needs an organization's slug"],
    [["--frobnicate"], "not how it is called"],
  ])("says what is wrong (%#)", async (args, sentence) => {
    await expect(make(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) });
  });
});

async function deactivate(userId: string): Promise<void> {
  await database().user.update({ where: { organizationId_id: { organizationId: world.organizationId, id: userId } }, data: { isActive: false } });
}
