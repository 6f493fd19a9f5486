import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabase, database } from "../lib/store/database";
import { announce } from "../lib/router/announce";
import { allSent } from "../lib/live/notify";
import { createAgent, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../lib/testing/small-organization";
import { applyMigrations } from "./lib/apply-migrations";
import type { EmbeddedPostgres } from "./lib/embedded-postgres";
import { findFreePort } from "./lib/free-port";
import { inProject } from "./lib/folders";
import { withStartLock } from "./lib/start-lock";
import { makeThrowawayFolder, startThrowawayPostgres } from "./lib/throwaway-postgres";
import { launchKith, stopAllKiths } from "./testing/kith-process";
import { seeingAll } from "./testing/seeing-all";

/** Processes that only serve and processes that only route, on one database. */
let postgres: EmbeddedPostgres;
let organization: SmallOrganization;
const routers = new Set<ChildProcess>();

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await withStartLock(postgres.url, (client) => applyMigrations(client));
  process.env["DATABASE_URL"] = seeingAll(postgres.url);
  organization = await createSmallOrganization({ capacity: 1000 });
  await createAgent(organization);
});
afterEach(async () => {
  await stopAllKiths();
  await Promise.all([...routers].map((router) => stopRouter(router)));
});
afterAll(async () => {
  await allSent();
  await closeDatabase();
  await postgres.stop();
});

async function startRouter(environment: Record<string, string>): Promise<{ child: ChildProcess; output: () => string; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [inProject("scripts/start-router.mjs")], {
    env: { ...process.env, VITEST: "", KITH_DATA_DIR: await makeThrowawayFolder(0o700), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  routers.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { child, output: () => output, ended };
}

async function stopRouter(child: ChildProcess): Promise<void> {
  routers.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function isAssigned(id: string, withinMs: number): Promise<boolean> {
  const where = { organizationId_id: { organizationId: organization.organizationId, id } };
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(20)) {
    if ((await database().conversation.findUniqueOrThrow({ where })).routingState === "assigned") return true;
  }
  return false;
}

test("a router process decides what a process that doesn't route has recorded, one that is killed is replaced by another, and both stop in order", async () => {
  const first = await startRouter({ DATABASE_URL: postgres.url });
  await expect.poll(first.output, { timeout: 30_000 }).toContain("Kith routes.");
  const told = await createPendingConversation(organization);
  announce(organization.organizationId, [`conversation:${told}`], { needsRouting: true });
  expect(await isAssigned(told, 2_000)).toBe(true);

  const second = await startRouter({ DATABASE_URL: postgres.url });
  await expect.poll(second.output, { timeout: 30_000 }).toContain("Kith routes.");
  first.child.kill("SIGKILL");
  // Nobody tells it: it is found in the rows.
  const untold = await createPendingConversation(organization);
  expect(await isAssigned(untold, 2_000)).toBe(true);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain("The router has stopped.");
});

test("a server started without a router serves, and leaves what comes in to those who route", async () => {
  const kith = launchKith({ dataFolder: await makeThrowawayFolder(0o700), port: await findFreePort(), args: ["--web"], environment: { DATABASE_URL: postgres.url } });
  const address = await kith.address;
  expect((await fetch(`${address}/api/v1/healthz`)).status).toBe(200);
  const id = await createPendingConversation(organization);
  expect(await isAssigned(id, 1_500)).toBe(false);
  await startRouter({ DATABASE_URL: postgres.url });
  expect(await isAssigned(id, 30_000)).toBe(true);
});

test.each([
  ["start:router", () => startRouter({ DATABASE_URL: "" })],
  ["start:web", async () => launchKith({ dataFolder: await makeThrowawayFolder(0o700), port: await findFreePort(), args: ["--web"] })],
])("npm run %s without a database says what it needs", async (name, launch) => {
  const launched = await launch();
  expect(await launched.ended).toBe(1);
  expect(launched.output()).toContain(`npm run ${name} shares a database with other processes and needs DATABASE_URL.`);
});
