import type { Pool } from "pg";

/** The channel on which processes tell each other what changed. */
export const notifyChannel = "kith";

/** Sends payloads, each under 8,000 bytes, in one statement. */
export async function notify(pool: Pool, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await pool.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [notifyChannel, payloads]);
}
