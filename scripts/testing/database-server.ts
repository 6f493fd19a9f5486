import type { TestProject } from "vitest/node";
import { applyMigrations } from "../lib/apply-migrations";
import { generatePrismaClient } from "../lib/generate";
import { withStartLock } from "../lib/start-lock";
import { startThrowawayPostgres } from "../lib/throwaway-postgres";

export interface TestDatabaseServer {
  readonly url: string;
  readonly superuserUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** The server whose database `kith` is the template of every test's own. */
    readonly testDatabaseServer: TestDatabaseServer;
  }
}

/** Vitest's global setup of the database tests: one PostgreSQL for all of them, gone afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await generatePrismaClient();
  const postgres = await startThrowawayPostgres();
  try {
    await withStartLock(postgres.url, (client) => applyMigrations(client));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide("testDatabaseServer", { url: postgres.url, superuserUrl: postgres.superuserUrl });
  return () => postgres.stop();
}
