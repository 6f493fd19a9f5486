import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { Client } from "pg";
import { applyMigrations } from "../scripts/lib/apply-migrations";
import { startEmbeddedPostgres } from "../scripts/lib/embedded-postgres";
import { withStartLock } from "../scripts/lib/start-lock";
import { makeThrowawayFolder } from "../scripts/lib/throwaway-postgres";

/** A PostgreSQL with the product's own settings, for one run of the bench. */
export interface BenchServer {
  /** An empty database with all migrations applied. */
  createDatabase(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

export interface BenchDatabase {
  /** As the app connects. */
  readonly url: string;
  /** For filling, looking and counting. Foreign keys are not checked on it, so that a million rows come in seconds. */
  readonly admin: Client;
  drop(): Promise<void>;
}

/**
 * The one setting that the product's own PostgreSQL does not have: it keeps the time of each commit, so that what lies
 * between a fact's commit and its decision's can be read from the rows. It costs everything here alike, the baseline too.
 */
export const settingOfTheBench = "track_commit_timestamp=on";

/**
 * Starts PostgreSQL as the product does, and not as its tests do: what is committed is on disk. On a free loopback
 * port, in a folder that goes with it.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const home = await makeThrowawayFolder(0o755);
  const removeHome = () => rm(home, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres(home, [settingOfTheBench]);
    await withStartLock(postgres.url, (client) => applyMigrations(client));
    return {
      createDatabase: () => createDatabase(postgres),
      async stop() {
        await postgres.stop();
        await removeHome();
      },
    };
  } catch (error) {
    await removeHome();
    throw error;
  }
}

async function createDatabase({ url, superuserUrl }: { readonly url: string; readonly superuserUrl: string }): Promise<BenchDatabase> {
  const name = `bench_${randomUUID().replaceAll("-", "")}`;
  await runOnServer(superuserUrl, `CREATE DATABASE ${name} TEMPLATE kith OWNER kith`);
  const admin = new Client({ connectionString: addressOf(superuserUrl, name), application_name: "kith bench" });
  // When the server is stopped before the scenario has ended.
  admin.on("error", () => undefined);
  await admin.connect();
  await admin.query("SET session_replication_role = replica");
  return {
    url: addressOf(url, name),
    admin,
    async drop() {
      await admin.end();
      await runOnServer(superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

function addressOf(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOnServer(superuserUrl: string, statement: string): Promise<void> {
  // Not the database `kith`: a template must have no other session.
  const client = new Client({ connectionString: addressOf(superuserUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
