import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/database";
import { applyMigrations } from "./apply-migrations";
import { migrationsFolder, readMigrationFiles, readMigrationList } from "./migration-files";
import { openSchemaEngine } from "./schema-engine";
import { withStartLock } from "./start-lock";

let database: TestDatabase;
let client: Client;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

beforeEach(async () => {
  await client.query("DROP SCHEMA public CASCADE");
  await client.query("CREATE SCHEMA public");
  folder = await mkdtemp(path.join(tmpdir(), "kith-migrations-"));
  return () => rm(folder, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1");
  return rows.map((row) => row.name);
}

describe("migrations", () => {
  test("are applied once, in the order of their names", async () => {
    await write("2_second", "ALTER TABLE a ADD COLUMN b int");
    await write("1_first", "CREATE TABLE a (id int)");
    expect(await applyMigrations(client, folder)).toEqual(["1_first", "2_second"]);
    expect(await applyMigrations(client, folder)).toEqual([]);
  });

  test("that fail leave the database as it was, and apply after they are put right", async () => {
    await write("1_first", "CREATE TABLE a (id int); SELECT 1 / 0");
    await expect(applyMigrations(client, folder)).rejects.toThrow("division by zero");
    expect(await tables()).toEqual(["_prisma_migrations"]);
    await write("1_first", "CREATE TABLE a (id int)");
    expect(await applyMigrations(client, folder)).toEqual(["1_first"]);
  });

  test("unknown to this version are refused, and nothing is changed", async () => {
    await write("1_first", "CREATE TABLE a (id int)");
    await write("3_third", "CREATE TABLE c (id int)");
    await applyMigrations(client, folder);
    await rm(path.join(folder, "3_third"), { recursive: true });
    await write("2_second", "CREATE TABLE b (id int)");
    await expect(applyMigrations(client, folder)).rejects.toThrow("newer than this version of Kith");
    expect(await tables()).toEqual(["_prisma_migrations", "a", "c"]);
  });

  test("edited after they were applied are refused", async () => {
    await write("1_first", "CREATE TABLE a (id int)");
    await applyMigrations(client, folder);
    await write("1_first", "CREATE TABLE a (id bigint)");
    await expect(applyMigrations(client, folder)).rejects.toThrow("was changed after");
  });

  test("that another program left half applied are refused", async () => {
    await write("1_first", "CREATE TABLE a (id int)");
    await applyMigrations(client, folder);
    await client.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(applyMigrations(client, folder)).rejects.toThrow("failed halfway");
  });

  test("older than the newest applied one are refused", async () => {
    await write("2_second", "CREATE TABLE b (id int)");
    await applyMigrations(client, folder);
    await write("1_first", "CREATE TABLE a (id int)");
    await expect(applyMigrations(client, folder)).rejects.toThrow("older than one");
  });

  test("are applied by one of several processes that start at once", async () => {
    await write("1_first", "CREATE TABLE a (id int); SELECT pg_sleep(0.2)");
    const start = () => withStartLock(database.url, (locked) => applyMigrations(locked, folder));
    const applied = await Promise.all([start(), start(), start()]);
    expect(applied.flat()).toEqual(["1_first"]);
  });

  test("of this repository are, to Prisma's own engine, applied and unedited", async () => {
    await applyMigrations(client);
    const engine = await openSchemaEngine(database.url, database.superuserUrl);
    const filters = { externalTables: [], externalEnums: [] };
    const migrationsList = await readMigrationList();
    const diagnosis = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    engine.free();
    expect(await readMigrationFiles(migrationsFolder)).not.toEqual([]);
    expect(diagnosis).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], history: null });
  });
});
