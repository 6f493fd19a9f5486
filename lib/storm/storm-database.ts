import { Client } from "pg";
import { applyMigrations } from "../../scripts/lib/apply-migrations";
import { withStartLock } from "../../scripts/lib/start-lock";
import { startThrowawayPostgres } from "../../scripts/lib/throwaway-postgres";
import { closeDatabase } from "../store/database";
import { seeingAll } from "../../scripts/testing/seeing-all";

export interface StormDatabase {
  readonly url: string;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, which may crash: what it acknowledged survives the crash of a process, as in production. */
export async function startStormDatabase(): Promise<StormDatabase> {
  const postgres = await startThrowawayPostgres();
  try {
    await withStartLock(postgres.url, (client) => applyMigrations(client));
    const client = new Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    await client.query("ALTER DATABASE kith SET synchronous_commit = on").finally(() => client.end());
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  // The storm makes its world as the product would.
  process.env["DATABASE_URL"] = seeingAll(postgres.url);
  return {
    url: postgres.url,
    superuserUrl: postgres.superuserUrl,
    async stop() {
      await closeDatabase();
      await postgres.stop();
    },
  };
}
