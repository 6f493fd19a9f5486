import { Client } from "pg";
import { connectionProblem } from "./database-connection";
import { Problem } from "./problem";

// The key of `prisma migrate deploy`, which must not run at the same time either.
const lockKey = 72707369;
const lockLimitMs = 300_000;

/**
 * Runs `work` while no other Kith prepares the same database: two processes that start at once migrate and seed one
 * after the other. The lock belongs to the session, so the server frees it whatever happens to us.
 */
export async function withStartLock<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionProblem(databaseUrl, error);
  }
  try {
    await client.query(`SET lock_timeout = ${lockLimitMs}`);
    await client.query(`SELECT pg_advisory_lock(${lockKey})`).catch(() => {
      throw new Problem("Another process has been preparing this database for five minutes. Wait until it has finished or end it, then start again.");
    });
    await client.query("SET lock_timeout = DEFAULT");
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
