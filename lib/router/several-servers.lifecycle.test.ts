import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations } from "../../scripts/lib/apply-migrations";
import type { EmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { findFreePort } from "../../scripts/lib/free-port";
import type { RunningInstance } from "../../scripts/lib/running-instance";
import { withStartLock } from "../../scripts/lib/start-lock";
import { makeThrowawayFolder, startThrowawayPostgres } from "../../scripts/lib/throwaway-postgres";
import { launchKith, stopAllKiths, type KithProcess } from "../../scripts/testing/kith-process";
import { formatApiKey, hashSecret, newSecret } from "../auth/api-key";
import { defaultPermissionSets } from "../auth/permissions";
import { closeDatabase, database, pool } from "../store/database";
import { newId } from "../store/new-id";
import { createAgent, createCustomer, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { seeingAll } from "../../scripts/testing/seeing-all";

/** Real servers, each with its own router, on one database. */
let postgres: EmbeddedPostgres;
let organization: SmallOrganization;
let key: string;

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
beforeEach(async () => {
  organization = await createSmallOrganization({ timeoutSeconds: 5 });
  key = await createKey(organization.organizationId);
});

async function createKey(organizationId: string): Promise<string> {
  const permissionSetId = newId();
  const token = { organizationId, keyId: newId(), secret: newSecret() };
  await database().permissionSet.create({
    data: { organizationId, id: permissionSetId, name: "Integration", permissions: [...defaultPermissionSets.Manager] },
  });
  await database().apiKey.create({
    data: { organizationId, id: token.keyId, name: "test", secretHash: hashSecret(token.secret), permissionSetId },
  });
  return formatApiKey(token);
}

interface Server extends KithProcess {
  readonly url: string;
  readonly dataFolder: string;
}

async function startServer(): Promise<Server> {
  const dataFolder = await makeThrowawayFolder(0o700);
  const kith = launchKith({ dataFolder, port: await findFreePort(), environment: { DATABASE_URL: postgres.url } });
  return { ...kith, url: await kith.address, dataFolder };
}

/** As an integrator records what a customer wrote. */
async function write(server: Server, customerId: string): Promise<{ id: string; routing: { state: string } }> {
  const response = await fetch(`${server.url}/api/v1/conversations`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ customer: { id: customerId }, channel: "chat", text: "Hello" }),
  });
  expect(response.status, await response.clone().text()).toBe(201);
  return response.json();
}

async function states(): Promise<Record<string, number>> {
  const groups = await database().conversation.groupBy({
    by: ["routingState"], where: { organizationId: organization.organizationId }, _count: true,
  });
  return Object.fromEntries(groups.map((group) => [group.routingState, group._count]));
}

async function eventually(check: () => Promise<void>, withinMs: number): Promise<void> {
  for (const deadline = Date.now() + withinMs; ; await sleep(25)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Does the work, looking all the while at the highest load anybody has: by the agent's row, and by what they hold. */
async function highestLoadDuring(work: () => Promise<void>): Promise<number> {
  let isOver = false;
  let highest = 0;
  const watch = async () => {
    while (!isOver) {
      const { rows } = await pool().query<{ load: number }>(
        `SELECT greatest(coalesce(max(a.load), 0), (SELECT coalesce(max(held), 0) FROM (
           SELECT sum(weight)::int AS held FROM conversation c
           WHERE c.organization_id = $1 AND c.state = 'open' AND c.assignee_id IS NOT NULL GROUP BY c.assignee_id) h)) AS load
         FROM agent a WHERE a.organization_id = $1`, [organization.organizationId]);
      highest = Math.max(highest, rows[0]?.load ?? 0);
    }
  };
  await Promise.all([watch(), work().finally(() => (isOver = true))]);
  return highest;
}

/** As if that much time had passed. */
async function moveWaitsBack(seconds: number): Promise<void> {
  await pool().query(
    `UPDATE conversation SET wait_began_at = wait_began_at - make_interval(secs => $2), wait_until = wait_until - make_interval(secs => $2)
     WHERE organization_id = $1 AND routing_state = 'waiting'`, [organization.organizationId, seconds]);
}

describe("two servers on one database", () => {
  let servers: readonly Server[];

  async function writeAllAtOnce(customerIds: readonly string[]): Promise<void> {
    await Promise.all(customerIds.map((customerId, index) => write(servers[index % 2] ?? fail(), customerId)));
  }

  beforeEach(async () => {
    servers = await Promise.all([startServer(), startServer()]);
  });

  test("50 conversations at once for an agent with one place: one assigned, 49 waiting; then in line; each decided once", async () => {
    organization = await createSmallOrganization({ timeoutSeconds: 300 });
    key = await createKey(organization.organizationId);
    const dedicated = await createAgent(organization, { isInTeam: false });
    const customers = await Promise.all(Array.from({ length: 50 }, () => createCustomer(organization, dedicated)));
    const highest = await highestLoadDuring(async () => {
      await writeAllAtOnce(customers);
      expect(await states()).toEqual({ assigned: 1, waiting: 49 });
      await moveWaitsBack(300);
      await eventually(async () => expect(await states()).toEqual({ assigned: 1, in_line: 49 }), 2_000);
    });
    expect(highest).toBe(1);
    const entries = await database().routingLogEntry.groupBy({
      by: ["reason"], where: { organizationId: organization.organizationId }, _count: true,
    });
    expect(Object.fromEntries(entries.map((entry) => [entry.reason, entry._count]))).toEqual({
      dedicated_available: 1, dedicated_at_capacity: 49, dedicated_timed_out: 49,
    });
  });

  test("50 conversations at once for a team with one place: one assigned, 49 in line", async () => {
    await createAgent(organization);
    const customers = await Promise.all(Array.from({ length: 50 }, () => createCustomer(organization)));
    const highest = await highestLoadDuring(() => writeAllAtOnce(customers));
    expect(await states()).toEqual({ assigned: 1, in_line: 49 });
    expect(highest).toBe(1);
  });
});

function fail(): never {
  throw new Error("there is no such server");
}

describe("a server that is killed", () => {
  test("while conversations wait, and starts after their deadline: each is routed once", async () => {
    const dedicated = await createAgent(organization, { isInTeam: false });
    await createAgent(organization, { ownCapacity: 20 });
    const server = await startServer();
    const customers = await Promise.all(Array.from({ length: 10 }, () => createCustomer(organization, dedicated)));
    for (const customerId of customers) await write(server, customerId);
    expect(await states()).toEqual({ assigned: 1, waiting: 9 });
    await killAll(server);

    await eventually(async () => expect(await countPastDeadline()).toBe(9), 8_000);
    expect(await states()).toEqual({ assigned: 1, waiting: 9 });
    await startServer();
    await eventually(async () => expect(await states()).toEqual({ assigned: 10 }), 2_000);
    const decisions = await database().routingLogEntry.groupBy({
      by: ["conversationId"], where: { organizationId: organization.organizationId, reason: "dedicated_timed_out" }, _count: true,
    });
    expect(decisions.map((decision) => decision._count)).toEqual(Array.from({ length: 9 }, () => 1));
  });

  test("between a fact and its pass: the fact is found in the rows", async () => {
    await createAgent(organization);
    const id = await createPendingConversation(organization);
    await startServer();
    await eventually(async () => expect(await stateOf(id)).toBe("assigned"), 2_000);
  });
});

describe("a server whose listener is cut", () => {
  test("still routes within 2 s what another process recorded, and hears again afterwards", async () => {
    await createAgent(organization, { ownCapacity: 5 });
    await startServer();
    await eventually(async () => expect(await cutListeners()).toBeGreaterThan(0), 2_000);
    const id = await createPendingConversation(organization);
    await eventually(async () => expect(await stateOf(id)).toBe("assigned"), 2_000);
    await eventually(async () => expect(await countListeners()).toBe(1), 2_000);
  });
});

/** The start process and the server it has started, without a word. */
async function killAll(server: Server): Promise<void> {
  const note = path.join(server.dataFolder, `running-on-port-${new URL(server.url).port}.json`);
  const instance = JSON.parse(await readFile(note, "utf8")) as RunningInstance;
  server.child.kill("SIGKILL");
  if (instance.server) process.kill(instance.server.pid, "SIGKILL");
  await server.ended;
}

async function countPastDeadline(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "SELECT count(*)::int AS count FROM conversation WHERE organization_id = $1 AND routing_state = 'waiting' AND wait_until <= clock_timestamp()",
    [organization.organizationId]);
  return rows[0]?.count ?? 0;
}

async function stateOf(id: string): Promise<string> {
  const where = { organizationId_id: { organizationId: organization.organizationId, id } };
  return (await database().conversation.findUniqueOrThrow({ where })).routingState;
}

async function cutListeners(): Promise<number> {
  const { rowCount } = await pool().query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kith listener'");
  return rowCount ?? 0;
}

async function countListeners(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>("SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'kith listener'");
  return rows[0]?.count ?? 0;
}
