import type { PoolClient } from "pg";
import { pool } from "./database";
import { withinOrganization } from "./scope";

/** The connection of one pass, which holds its organization's lock, and the organization's marks as they are under it. */
export interface LockedPass {
  readonly client: PoolClient;
  readonly organizationId: string;
  /** Counts changes to what every decision rests on. */
  readonly changes: number;
  /** The count that the last pass has taken in. */
  readonly changesRouted: number;
  /** The database's clock once the lock was got, epoch ms: waiting for it takes time. */
  readonly now: number;
}

/**
 * READ COMMITTED, so that what is read after the lock, by statements of their own, is the state under it. The few
 * statements of a pass are planned once a connection, not anew for each array they are given; and as they read the heads
 * of indexes, neither compiling them nor starting workers for them is worth while, whatever PostgreSQL expects to find.
 */
const begin = [
  "BEGIN ISOLATION LEVEL READ COMMITTED",
  "SET LOCAL plan_cache_mode = force_generic_plan",
  "SET LOCAL jit = off",
  "SET LOCAL max_parallel_workers_per_gather = 0",
].join("; ");

/**
 * Does the work of a pass in one transaction under the organization's lock. The lock is a row and not an advisory
 * lock, so that it works on a distributed PostgreSQL too.
 *
 * @param whenLocked another pass holds it: wait for that one, or leave the work to whoever looks again soon.
 * @returns null when it was not to be had (`skip`), or there is no such organization.
 */
export async function passTransaction<T>(
  organizationId: string,
  whenLocked: "wait" | "skip",
  work: (pass: LockedPass) => Promise<T>,
): Promise<T | null> {
  const client = await withinOrganization(organizationId, () => pool().connect());
  try {
    await client.query(begin);
    const pass = await lock(client, organizationId, whenLocked);
    const result = pass ? await work(pass) : null;
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // The connection may be what failed; the database rolls back what a lost one left open.
    client.release(true);
    throw error;
  }
}

async function lock(client: PoolClient, organizationId: string, whenLocked: "wait" | "skip"): Promise<LockedPass | null> {
  const { rows } = await client.query<{ changes: number; changes_routed: number; now: Date }>({
    name: `lock-for-pass-${whenLocked}`,
    // In one list with the row the clock would be read before the lock is got.
    text: `
      WITH locked AS (
        SELECT changes, changes_routed FROM organization_router
        WHERE organization_id = $1 FOR NO KEY UPDATE ${whenLocked === "skip" ? "SKIP LOCKED" : ""})
      SELECT changes, changes_routed, date_trunc('milliseconds', clock_timestamp()) AS now FROM locked`,
    values: [organizationId],
  });
  const row = rows[0];
  return row ? { client, organizationId, changes: row.changes, changesRouted: row.changes_routed, now: row.now.getTime() } : null;
}
