import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
// For the type of what the global setup provides.
import type {} from "./database-server";
import { seeingAll } from "./seeing-all";

export interface TestDatabase {
  /** As the app connects, by a plain role that owns the tables, but seeing all: a test may look at what it likes. */
  readonly url: string;
  /** As the app connects, to whom nothing shows outside of a scope. */
  readonly boundUrl: string;
  /** Passes row-level security. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/**
 * An empty database with all migrations applied, for one test file alone. For tests of the vitest project `database`.
 *
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testDatabaseServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runOnServer(server.superuserUrl, `CREATE DATABASE ${name} TEMPLATE kith OWNER kith`);
  return {
    url: seeingAll(withDatabase(server.url, name)),
    boundUrl: withDatabase(server.url, name),
    superuserUrl: withDatabase(server.superuserUrl, name),
    drop: () => runOnServer(server.superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOnServer(superuserUrl: string, statement: string): Promise<void> {
  // Not the database `kith`: a template must have no other session.
  const client = new Client({ connectionString: withDatabase(superuserUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
