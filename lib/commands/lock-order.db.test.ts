import { Client } from "pg";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "../auth/actor";
import { database, pool } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { createAgent, createCustomer, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { mergeCustomers } from "./merge-customers";
import { setDedicatedAgent } from "./set-dedicated-agent";

/**
 * Locks are taken in one order, conversations before agents: who changes several conversations must hold them all before
 * the first agent. Found by the storm (lib/storm), as a deadlock.
 */
withApiDatabase();

let organization: SmallOrganization;
let program: Actor;

beforeEach(async () => {
  organization = await createSmallOrganization({ capacity: 5 });
  const { organizationId } = organization;
  program = { kind: "api_key", organizationId, userId: null, apiKeyId: organizationId, name: "Test", address: null, permissions: new Set() };
});

/** In another transaction; what it begins there, and lists, goes on after it. */
async function meanwhile(work: (other: Client) => Promise<readonly Promise<void>[]>): Promise<void> {
  const other = new Client({ connectionString: process.env["DATABASE_URL"] });
  await other.connect();
  try {
    await other.query("BEGIN");
    const begun = await work(other);
    await other.query("COMMIT");
    await Promise.all(begun);
  } finally {
    await other.end();
  }
}

/** Resolves when a statement waits for a lock. */
const someoneWaits = () =>
  expect
    .poll(async () => (await pool().query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount, { interval: 20 })
    .toBe(1);

test.each([
  ["is offered to them", { routingState: "offered", offerUntil: new Date(Date.now() + 60_000) }],
  ["waits for them, and was passed over", { routingState: "waiting", waitUntil: new Date(Date.now() + 60_000), waitBeganAt: new Date(), passedOverSince: new Date() }],
] as const)("a link changes while one of the customer's conversations %s, and another is held by who wants the agent next: both go on", async (_, first) => {
  const { organizationId } = organization;
  const agentId = await createAgent(organization, { status: "busy" });
  const otherId = await createAgent(organization, { status: "busy" });
  const customerId = await createCustomer(organization, agentId);
  const isOffered = first.routingState === "offered";
  const firstId = await createPendingConversation(organization, { customerId, dedicatedAgentId: agentId });
  const secondId = await createPendingConversation(organization, { customerId, dedicatedAgentId: agentId });
  const later = { routingState: "waiting", waitUntil: new Date(Date.now() + 60_000), waitBeganAt: new Date() } as const;
  await database().conversation.update({ where: { organizationId_id: { organizationId, id: secondId } }, data: later });
  await database().conversation.update({ where: { organizationId_id: { organizationId, id: firstId } }, data: { ...first, ...(isOffered && { offeredToId: agentId }) } });
  if (isOffered) await database().agent.update({ where: { organizationId_userId: { organizationId, userId: agentId } }, data: { load: 1 } });

  await meanwhile(async (other) => {
    await other.query("SELECT 1 FROM conversation WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE", [organizationId, secondId]);
    const linking = setDedicatedAgent(program, customerId, otherId);
    await someoneWaits();
    await other.query("UPDATE agent SET changes = changes + 1 WHERE organization_id = $1 AND user_id = $2", [organizationId, agentId]);
    return [linking];
  });
  const linked = await database().conversation.findMany({ where: { organizationId }, select: { dedicatedAgentId: true } });
  expect(linked).toEqual([{ dedicatedAgentId: otherId }, { dedicatedAgentId: otherId }]);
});

test("customers are merged while somebody writes a conversation on the timeline of one of them twice: both go on", async () => {
  const { organizationId } = organization;
  const [survivorId, mergedId, intakeId] = [await createCustomer(organization), await createCustomer(organization), await createCustomer(organization)];
  const conversationId = await createPendingConversation(organization, { customerId: intakeId });
  const where = { organizationId_id: { organizationId, id: conversationId } };
  await database().conversation.update({ where, data: { customerId: mergedId } });
  const write = "UPDATE conversation SET revision = revision + 1 WHERE organization_id = $1 AND id = $2";
  await meanwhile(async (other) => {
    await other.query(write, [organizationId, conversationId]);
    const merging = mergeCustomers(program, survivorId, mergedId);
    await someoneWaits();
    await other.query(write, [organizationId, conversationId]);
    return [merging];
  });
  expect(await database().conversation.findUniqueOrThrow({ where })).toMatchObject({ customerId: survivorId });
});
