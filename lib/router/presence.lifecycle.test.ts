import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "../../scripts/lib/apply-migrations";
import type { EmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { findFreePort } from "../../scripts/lib/free-port";
import { withStartLock } from "../../scripts/lib/start-lock";
import { makeThrowawayFolder, startThrowawayPostgres } from "../../scripts/lib/throwaway-postgres";
import { launchKith, stopAllKiths } from "../../scripts/testing/kith-process";
import { closeDatabase, database, pool } from "../store/database";
import { cookiesOf, letSignIn, testPassword } from "../testing/api-world";
import { createAgent, createSmallOrganization } from "../testing/small-organization";
import { seeingAll } from "../../scripts/testing/seeing-all";

/** A real server, and workspaces that answer its pings over real connections. */
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await withStartLock(postgres.url, (client) => applyMigrations(client));
  process.env["DATABASE_URL"] = seeingAll(postgres.url);
});
afterEach(stopAllKiths);
afterAll(async () => {
  await closeDatabase();
  await postgres.stop();
});

const statusOf = async (userId: string) => (await database().agent.findFirstOrThrow({ where: { userId } })).status;

async function seenSecondsAgo(organizationId: string, userId: string, seconds: number): Promise<void> {
  await pool().query(
    `INSERT INTO agent_presence (organization_id, user_id, seen_at) VALUES ($1, $2, clock_timestamp() - make_interval(secs => $3))
     ON CONFLICT (organization_id, user_id) DO UPDATE SET seen_at = excluded.seen_at`, [organizationId, userId, seconds]);
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ email, password: testPassword }),
  });
  expect(response.status).toBe(200);
  return cookiesOf(response);
}

/** A tab: it opens the stream and answers each ping, until it is closed. */
async function openWorkspace(url: string, cookie: string) {
  const tab = new AbortController();
  const { signal } = tab;
  const response = await fetch(`${url}/api/v1/events`, { headers: { cookie }, signal });
  expect(response.status).toBe(200);
  let answers = 0;
  const answering = (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
      if (!chunk.value.includes("event: ping")) continue;
      const answer = await fetch(`${url}/api/v1/me/presence`, { method: "POST", headers: { cookie, origin: url }, signal });
      if (answer.ok) answers += 1;
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    answers: () => answers,
    async close() {
      tab.abort();
      await answering;
    },
  };
}

test("after a restart who comes back stays, by whichever tab; who does not is offline after the grace period", async () => {
  const organization = await createSmallOrganization();
  const { organizationId } = organization;
  const [ann, ben, cora] = [await createAgent(organization), await createAgent(organization), await createAgent(organization)];
  const email = await letSignIn(organizationId, ann);
  // The server before this one was killed two minutes ago; Cora never had a workspace.
  await seenSecondsAgo(organizationId, ann, 120);
  await seenSecondsAgo(organizationId, ben, 120);
  const startedAt = Date.now();
  const kith = launchKith({ dataFolder: await makeThrowawayFolder(0o700), port: await findFreePort(), environment: { DATABASE_URL: postgres.url } });
  const url = await kith.address;

  const cookie = await signIn(url, email);
  const [first, second] = [await openWorkspace(url, cookie), await openWorkspace(url, cookie)];
  await expect.poll(() => Math.min(first.answers(), second.answers()), { timeout: 5_000 }).toBe(1);
  await first.close();

  await expect.poll(() => statusOf(ben), { timeout: 90_000, interval: 250 }).toBe("offline");
  const { statusSince } = await database().agent.findFirstOrThrow({ where: { userId: ben } });
  expect(statusSince.getTime() - startedAt).toBeGreaterThanOrEqual(60_000);
  expect(second.answers()).toBeGreaterThanOrEqual(4);
  expect(await statusOf(ann)).toBe("available");
  expect(await statusOf(cora)).toBe("available");

  await second.close();
  await seenSecondsAgo(organizationId, ann, 61);
  await expect.poll(() => statusOf(ann), { timeout: 3_000 }).toBe("offline");
  expect(await database().agentPresence.count()).toBe(0);
  expect(await statusOf(cora)).toBe("available");
});
