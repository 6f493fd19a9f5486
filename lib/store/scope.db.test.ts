import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../scripts/testing/database";
import { createAgent, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { closeDatabase, database, pool, transaction } from "./database";
import { acrossOrganizations, withinOrganization } from "./scope";

/** Bound as the app is: nobody is in any scope unless they say so. */
let testDatabase: TestDatabase;
let ours: SmallOrganization;
let theirs: SmallOrganization;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env["DATABASE_URL"] = testDatabase.boundUrl;
  [ours, theirs] = [await make(), await make()];
});
afterAll(async () => {
  await closeDatabase();
  await testDatabase.drop();
});

function make(): Promise<SmallOrganization> {
  return acrossOrganizations(async () => {
    const organization = await createSmallOrganization();
    await createAgent(organization);
    await createPendingConversation(organization);
    return organization;
  });
}

const organizationsOf = (rows: readonly { readonly organizationId: string }[]) => [...new Set(rows.map(({ organizationId }) => organizationId))];

test("within an organization a query that forgets to name it finds that one's rows, however it is asked", async () => {
  await withinOrganization(ours.organizationId, async () => {
    expect(organizationsOf(await database().conversation.findMany())).toEqual([ours.organizationId]);
    const { rows } = await pool().query<{ organizationId: string }>('SELECT organization_id AS "organizationId" FROM agent');
    expect(organizationsOf(rows)).toEqual([ours.organizationId]);
    expect(organizationsOf(await transaction((tx) => tx.user.findMany()))).toEqual([ours.organizationId]);
  });
});

test("naming another organization finds nothing, changes nothing and writes nothing there", async () => {
  const { organizationId } = theirs;
  await withinOrganization(ours.organizationId, async () => {
    expect(await database().conversation.findMany({ where: { organizationId } })).toEqual([]);
    expect(await database().conversation.updateMany({ where: { organizationId }, data: { subject: "Ours now" } })).toEqual({ count: 0 });
    expect(await database().conversation.deleteMany({ where: { organizationId } })).toEqual({ count: 0 });
    await expect(database().channel.create({ data: { organizationId, id: ours.channelId, key: "mine", name: "Mine", position: 2 } })).rejects.toThrow("row-level security");
  });
});

test("a query that is only made within, and awaited outside, is of that organization", async () => {
  const queries = Array.from({ length: 60 }, (_, index) => {
    const { organizationId } = index % 2 === 0 ? ours : theirs;
    return { organizationId, found: withinOrganization(organizationId, () => database().agent.findFirst()) };
  });
  for (const { organizationId, found } of queries) expect((await found)?.organizationId).toBe(organizationId);
});

test("outside of any scope nothing is found", async () => {
  expect(await database().conversation.findMany()).toEqual([]);
  expect((await pool().query("SELECT 1 FROM agent")).rowCount).toBe(0);
});

test("connections that serve many organizations at once never mix them up", async () => {
  const asked = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? ours : theirs).organizationId);
  const found = await Promise.all(asked.map((id) => withinOrganization(id, async () => organizationsOf(await database().conversation.findMany()))));
  expect(found).toEqual(asked.map((id) => [id]));
});

describe("in the catalogue", () => {
  test("every table with an organization has the wall, for its owner too", async () => {
    const client = new Client({ connectionString: testDatabase.boundUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'auth\\_%'
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'organization_wall' AND p.polcmd = '*' AND p.polpermissive))`);
    await client.end();
    expect(rows).toEqual([]);
  });
});
