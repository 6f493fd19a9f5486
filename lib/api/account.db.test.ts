import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, createApiWorld, createSignedInAgent, request, signIn, testPassword, type ApiWorld } from "../testing/api-world";
import { oneTimeCode } from "../testing/one-time-code";

withApiDatabase();

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});

async function somebody() {
  const { userId, cookie } = await createSignedInAgent(world, { status: "offline" });
  return { userId, cookie, email: `${userId}@example.test` };
}

async function entriesOf(userId: string): Promise<string[]> {
  const rows = await database().auditEntry.findMany({ where: { organizationId: world.organizationId, actorUserId: userId }, orderBy: { at: "asc" } });
  return rows.map(({ action }) => action);
}

/** With the second factor on; `cookie` is the session that set it up. */
async function withSecondFactor() {
  const one = await somebody();
  const begun = await call("POST", "/me/second-factor", { cookie: one.cookie, body: { password: testPassword } });
  expect(begun.status).toBe(201);
  const { key, uri, recoveryCodes } = begun.body;
  expect(uri).toMatch(/^otpauth:\/\/totp\/Kith/);
  expect(recoveryCodes).toHaveLength(10);
  const confirmed = await request("POST", "/api/v1/me/second-factor/confirm", { cookie: one.cookie, body: { code: oneTimeCode(key, -1) } });
  expect(confirmed.status).toBe(200);
  return { ...one, cookie: cookiesOf(confirmed), key: String(key), recoveryCodes: recoveryCodes as string[] };
}

function secondStep(cookie: string, code: string, way = "verify-totp"): Promise<Response> {
  return request("POST", `/api/auth/two-factor/${way}`, { cookie, body: { code, trustDevice: true } });
}

describe("one's own password", () => {
  it("is changed with the one of now, ends every other session, gives this one a new id, and is in the audit log", async () => {
    const { userId, cookie, email } = await somebody();
    const other = cookiesOf(await signIn(email, testPassword));
    const body = { currentPassword: testPassword, newPassword: "another-long-one" };
    const changed = await request("PUT", "/api/v1/me/password", { cookie, body });
    expect(changed.status).toBe(200);
    for (const ended of [other, cookie]) expect((await call("GET", "/me", { cookie: ended })).status).toBe(401);
    expect((await call("GET", "/me", { cookie: cookiesOf(changed) })).status).toBe(200);
    expect((await signIn(email, testPassword)).status).toBe(401);
    expect((await signIn(email, body.newPassword)).status).toBe(200);
    expect(await entriesOf(userId)).toContain("password.changed");
  });

  it("stays, and so do the sessions, when the one of now is wrong or the new one too short", async () => {
    const { cookie, email } = await somebody();
    const wrong = await call("PUT", "/me/password", { cookie, body: { currentPassword: "not-the-password", newPassword: "another-long-one" } });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: "currentPassword" }] } });
    const short = await call("PUT", "/me/password", { cookie, body: { currentPassword: testPassword, newPassword: "short" } });
    expect(short).toMatchObject({ status: 422, body: { errors: [{ field: "newPassword" }] } });
    expect((await call("GET", "/me", { cookie })).status).toBe(200);
    expect((await signIn(email, testPassword)).status).toBe(200);
  });

  it("can't be guessed at somebody's open browser", async () => {
    const { cookie } = await somebody();
    const guess = () => call("PUT", "/me/password", { cookie, body: { currentPassword: "not-the-password", newPassword: "another-long-one" } });
    for (let index = 0; index < 10; index += 1) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });
});

describe("one's own sessions", () => {
  it("are listed with this one marked, and end one by one or all others at once; never another's", async () => {
    const { cookie, email } = await somebody();
    const stranger = await somebody();
    const [second, third] = [cookiesOf(await signIn(email, testPassword)), cookiesOf(await signIn(email, testPassword))];
    const { items } = (await call("GET", "/me/sessions", { cookie })).body;
    expect(items.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([true, false, false]);
    const mine = (await call("GET", "/me/sessions", { cookie: second })).body.items[0].id;
    expect((await call("DELETE", `/me/sessions/${mine}`, { cookie: stranger.cookie })).status).toBe(404);
    expect((await call("GET", "/me", { cookie: second })).status).toBe(200);
    expect((await call("DELETE", `/me/sessions/${mine}`, { cookie })).body.items).toHaveLength(2);
    expect((await call("GET", "/me", { cookie: second })).status).toBe(401);
    expect((await call("POST", "/me/sessions/end-others", { cookie })).body.items).toHaveLength(1);
    expect((await call("GET", "/me", { cookie: third })).status).toBe(401);
    expect((await call("GET", "/me", { cookie: stranger.cookie })).status).toBe(200);
  });

  it("get a new id with each sign-in, whatever cookie was there before", async () => {
    const { cookie, email } = await somebody();
    const response = await request("POST", "/api/auth/sign-in/email", { cookie, body: { email, password: testPassword } });
    expect(cookiesOf(response)).toContain("kith.session_token=");
    expect(cookiesOf(response)).not.toBe(cookie);
  });
});

describe("the second factor", () => {
  it("asks for a code from when a code has confirmed it, and takes each code once", async () => {
    const one = await somebody();
    const begun = await call("POST", "/me/second-factor", { cookie: one.cookie, body: { password: testPassword } });
    expect(await (await signIn(one.email, testPassword)).json()).toEqual({ isSignedIn: true, needsCode: false });
    expect(await call("POST", "/me/second-factor/confirm", { cookie: one.cookie, body: { code: oneTimeCode(begun.body.key, 9) } })).toMatchObject({ status: 422 });
    expect((await call("POST", "/me/second-factor/confirm", { cookie: one.cookie, body: { code: oneTimeCode(begun.body.key, -1) } })).status).toBe(200);

    const asked = await signIn(one.email, testPassword);
    expect(await asked.json()).toEqual({ isSignedIn: false, needsCode: true });
    expect((await call("GET", "/me", { cookie: cookiesOf(asked) })).status).toBe(401);
    expect((await secondStep(cookiesOf(asked), oneTimeCode(begun.body.key, -1))).status).toBe(429);
    const code = oneTimeCode(begun.body.key);
    const open = await secondStep(cookiesOf(asked), code);
    expect(await open.json()).toEqual({ isSignedIn: true, needsCode: false });
    expect(open.headers.getSetCookie().some((cookie) => cookie.includes("trust_device"))).toBe(false);
    expect((await call("GET", "/me", { cookie: cookiesOf(open) })).status).toBe(200);
    expect((await secondStep(cookiesOf(await signIn(one.email, testPassword)), code)).status).toBe(429);
    expect(await entriesOf(one.userId)).toEqual(expect.arrayContaining(["second_factor.enabled", "session.signed_in"]));
  });

  it("takes a recovery code once, and none of those that were made anew", async () => {
    const one = await withSecondFactor();
    const enter = async (code: string) => (await secondStep(cookiesOf(await signIn(one.email, testPassword)), code, "verify-backup-code")).status;
    const [first = "", second = "", third = ""] = one.recoveryCodes;
    expect(await enter(first)).toBe(200);
    await database().authRateLimit.deleteMany({ where: { key: { startsWith: "second-factor-code:" } } });
    expect(await enter(first)).toBe(401);
    expect((await call("GET", "/me/account", { cookie: one.cookie })).body.secondFactor).toEqual({ recoveryCodesLeft: 9 });
    const renewed = await call("POST", "/me/second-factor/recovery-codes", { cookie: one.cookie, body: { password: testPassword } });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect(await enter(second)).toBe(401);
    expect(await enter(renewed.body.recoveryCodes[0])).toBe(200);
    expect(third).not.toBe("");
    expect(await entriesOf(one.userId)).toEqual(expect.arrayContaining(["session.sign_in_failed", "second_factor.recovery_codes_renewed"]));
  });

  it("shuts after too many wrong codes, whatever session is shown beside them", async () => {
    const one = await withSecondFactor();
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const asked = cookiesOf(await signIn(one.email, testPassword));
      statuses.push((await secondStep(`${one.cookie}; ${asked}`, String(index).padStart(6, "0"))).status);
    }
    expect(statuses.slice(0, 9)).not.toContain(200);
    expect(statuses.at(-1)).toBe(429);
    expect((await secondStep(cookiesOf(await signIn(one.email, testPassword)), oneTimeCode(one.key))).status).toBe(429);
  });

  it("is switched off with the password, and not without", async () => {
    const one = await withSecondFactor();
    expect((await call("POST", "/me/second-factor/disable", { cookie: one.cookie, body: { password: "not-the-password" } })).status).toBe(422);
    const off = await request("POST", "/api/v1/me/second-factor/disable", { cookie: one.cookie, body: { password: testPassword } });
    expect(await off.json()).toMatchObject({ secondFactor: null });
    expect(await (await signIn(one.email, testPassword)).json()).toEqual({ isSignedIn: true, needsCode: false });
    expect(await entriesOf(one.userId)).toContain("second_factor.disabled");
  });

  it("keeps its key and recovery codes encrypted", async () => {
    const one = await withSecondFactor();
    const row = await database().authTwoFactor.findFirstOrThrow({ where: { user: { email: one.email } } });
    expect(row.backupCodes).not.toContain(one.recoveryCodes[0]);
    expect(row.secret).not.toContain(one.key);
  });
});
