import { text as readAll } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, createApiWorld, createSignedInAgent, request, signIn, testPassword, type ApiWorld } from "../testing/api-world";
import { oneTimeCode } from "../testing/one-time-code";
import { createAgent } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});

const chosen = "a-password-just-chosen";
const use = (token: string, newPassword = chosen) => call("POST", "/password-resets/use", { body: { token, newPassword } });
const ask = (email: string) => call("POST", "/password-resets", { body: { email } });
const makeLink = (userId: string, key = world.keys.Admin) => call("POST", `/users/${userId}/password-reset`, { key });
const actionsOf = async (userId: string) => (await database().auditEntry.findMany({ where: { organizationId: world.organizationId, subjectId: userId } })).map(({ action }) => action);

async function somebody(options: Parameters<typeof createSignedInAgent>[1] = {}) {
  const { userId, cookie } = await createSignedInAgent(world, { status: "offline", ...options });
  return { userId, cookie, email: `${userId}@example.test` };
}

async function tokenFor(userId: string): Promise<string> {
  const { status, body } = await makeLink(userId);
  expect(status).toBe(201);
  return String(body.link).split("/reset/")[1] ?? "";
}

describe("a link to choose another password", () => {
  it("sets it once, ends all sessions and is in the audit log; only its hash is kept", async () => {
    const { userId, cookie, email } = await somebody();
    const [token, another] = [await tokenFor(userId), await tokenFor(userId)];
    expect(JSON.stringify(await database().authVerification.findMany())).not.toContain(token);
    expect(await use(token)).toEqual({ status: 200, body: { email } });
    expect((await call("GET", "/me", { cookie })).status).toBe(401);
    expect((await signIn(email, testPassword)).status).toBe(401);
    expect((await signIn(email, chosen)).status).toBe(200);
    for (const spent of [token, another]) expect(await use(spent, "yet-another-password")).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect((await signIn(email, chosen)).status).toBe(200);
    expect(await actionsOf(userId)).toEqual(expect.arrayContaining(["password.reset_link_made", "password.reset"]));
  });

  it("is used by one of two at once", async () => {
    const { userId } = await somebody();
    const token = await tokenFor(userId);
    const answers = await Promise.all([use(token), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it("opens nothing after an hour, after a change of password, for a leaver, and when it is none", async () => {
    const expired = await somebody();
    const old = await tokenFor(expired.userId);
    await database().authVerification.updateMany({ where: { value: expired.userId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const changed = await somebody();
    const overtaken = await tokenFor(changed.userId);
    await call("PUT", "/me/password", { cookie: changed.cookie, body: { currentPassword: testPassword, newPassword: "chosen-by-oneself" } });
    const leaver = await somebody();
    const left = await tokenFor(leaver.userId);
    await call("POST", `/users/${leaver.userId}/deactivate`, { key: world.keys.Owner, body: {} });
    for (const token of [old, overtaken, left, "none", ""]) expect((await use(token)).status).toBe(404);
    expect((await signIn(expired.email, testPassword)).status).toBe(200);
    expect((await signIn(changed.email, "chosen-by-oneself")).status).toBe(200);
  });

  it("stays good when the new password is too short", async () => {
    const { userId } = await somebody();
    const token = await tokenFor(userId);
    expect(await use(token, "short")).toMatchObject({ status: 422, body: { errors: [{ field: "newPassword" }] } });
    expect((await use(token)).status).toBe(200);
  });

  it("is made by nobody for whom may do more, who is elsewhere, has left, has not joined, or is oneself", async () => {
    const owner = await somebody({ set: "Owner" });
    expect(await makeLink(owner.userId)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await makeLink(owner.userId, world.keys.Owner)).status).toBe(201);
    const other = await createApiWorld();
    expect((await makeLink(owner.userId, other.keys.Owner)).status).toBe(404);
    expect((await makeLink(await createAgent(world, { status: "offline" }))).status).toBe(409);
    const leaver = await somebody();
    await call("POST", `/users/${leaver.userId}/deactivate`, { key: world.keys.Owner, body: {} });
    expect((await makeLink(leaver.userId)).status).toBe(409);
    expect((await call("POST", `/users/${owner.userId}/password-reset`, { cookie: owner.cookie })).status).toBe(409);
  });
});

describe("a second factor", () => {
  it("stays on through a reset, and an administrator clears the one that is lost", async () => {
    const { userId, cookie, email } = await somebody();
    const begun = await call("POST", "/me/second-factor", { cookie, body: { password: testPassword } });
    const confirmed = await request("POST", "/api/v1/me/second-factor/confirm", { cookie, body: { code: oneTimeCode(begun.body.key) } });
    expect(confirmed.status).toBe(200);
    const halfWay = cookiesOf(await signIn(email, testPassword));
    expect((await use(await tokenFor(userId))).status).toBe(200);
    const code = String(begun.body.recoveryCodes[0]);
    expect((await request("POST", "/api/auth/two-factor/verify-backup-code", { cookie: halfWay, body: { code } })).ok).toBe(false);
    expect(await (await signIn(email, chosen)).json()).toEqual({ isSignedIn: false, needsCode: true });

    const clear = (key: string) => call("DELETE", `/users/${userId}/second-factor`, { key });
    expect((await clear(world.keys.Manager)).status).toBe(403);
    expect((await clear(world.keys.Admin)).status).toBe(200);
    expect(await (await signIn(email, chosen)).json()).toEqual({ isSignedIn: true, needsCode: false });
    expect((await clear(world.keys.Admin)).status).toBe(409);
    expect(await actionsOf(userId)).toContain("second_factor.disabled");
  });
});

describe("asking for a link by e-mail", () => {
  const received: { readonly to: string; readonly source: string }[] = [];
  let mailServer: SMTPServer;

  beforeAll(async () => {
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        void readAll(stream).then((source) => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), source });
          done(null);
        });
      },
    });
    const { server } = mailServer;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("Not listening on a port");
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${address.port}`);
    vi.stubEnv("MAIL_FROM", "Kith <desk@kith.example>");
    vi.stubEnv("KITH_URL", "http://kith.test");
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await new Promise<void>((resolve) => mailServer.close(() => resolve()));
  });

  it("answers the same for whoever is asked about, and mails those who may sign in", async () => {
    const [known, leaver] = [await somebody(), await somebody()];
    await call("POST", `/users/${leaver.userId}/deactivate`, { key: world.keys.Owner, body: {} });
    const answers = [await ask("nobody@kith.example"), await ask(leaver.email), await ask(known.email.toUpperCase())];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    await expect.poll(() => received.map(({ to }) => to)).toEqual([known.email]);
    // Quoted-printable breaks long lines softly.
    const token = /http:\/\/kith\.test\/reset\/([\w-]{43})/.exec((received[0]?.source ?? "").replaceAll(/=\r?\n/g, ""))?.[1] ?? "";
    expect((await use(token)).status).toBe(200);
    expect(await database().authVerification.count({ where: { value: leaver.userId } })).toBe(0);
  });

  it("is limited for each account, known or not", async () => {
    for (let index = 0; index < 5; index += 1) expect((await ask("often@kith.example")).status).toBe(200);
    expect((await ask("often@kith.example")).status).toBe(429);
  });

  it("leads to an administrator where no mail is sent, or where this server does not know its own address", async () => {
    vi.stubEnv("KITH_URL", "");
    expect(await ask("nobody@kith.example")).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Ask an administrator") } });
    vi.stubEnv("KITH_URL", "http://kith.test");
    vi.stubEnv("SMTP_URL", "");
    expect((await ask("nobody@kith.example")).status).toBe(409);
  });
});
