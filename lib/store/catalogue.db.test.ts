import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../scripts/testing/database";

/** Tables of no single organization: the organizations themselves, who signs in, and which migrations ran. */
const global = ["organization", "auth_user", "auth_session", "auth_account", "auth_verification", "auth_rate_limit", "auth_two_factor", "request_count", "_prisma_migrations"];

let testDatabase: TestDatabase;
let client: Client;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  client = new Client({ connectionString: testDatabase.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await testDatabase.drop();
});

describe("the organization wall in the catalogue", () => {
  test("every tenant table has organization_id, not null", async () => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1)
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND a.attnotnull)`, [global]);
    expect(rows).toEqual([]);
  });

  test("every index of a tenant table leads with organization_id: primary keys, unique and hot ones", async () => {
    const { rows } = await client.query<{ name: string; first: string }>(`
      SELECT i.indexrelid::regclass::text AS name, a.attname AS first
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1) AND a.attname IS DISTINCT FROM 'organization_id'`, [global]);
    expect(rows).toEqual([]);
  });

  test("every foreign key between tenant tables leads with organization_id on both sides", async () => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT k.conname AS name
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[1]
      JOIN pg_class target ON target.oid = k.confrelid
      JOIN pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND c.relname <> ALL ($1)
        AND (own.attname <> 'organization_id'
          OR other.attname <> CASE target.relname WHEN 'organization' THEN 'id' ELSE 'organization_id' END)`, [global]);
    expect(rows).toEqual([]);
  });

  test("there are tenant tables to look at", async () => {
    const { rows } = await client.query<{ count: number }>(`
      SELECT count(*)::int AS count FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1)`, [global]);
    expect(rows[0]?.count).toBeGreaterThan(10);
  });

  test("no table relies on a sequence, a trigger or a deferrable constraint, which do not distribute", async () => {
    const { rows } = await client.query(`
      SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
      UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT conname FROM pg_constraint WHERE condeferrable AND connamespace = 'public'::regnamespace`);
    expect(rows).toEqual([]);
  });
});
