import type { PoolClient } from "pg";
import { pool } from "./database";

/** The connection of one pass, which holds its organization's lock. */
export type PassClient = PoolClient;

/**
 * Does the work of a pass in one transaction under the organization's lock. The lock is a row and not an advisory
 * lock, so that it works on a distributed PostgreSQL too; READ COMMITTED, so that what is read after it, by statements
 * of their own, is the state under the lock.
 *
 * @param whenLocked another pass holds it: wait for that one, or leave the work to whoever looks again soon.
 * @returns null when it was not to be had (`skip`), or there is no such organization.
 */
export async function passTransaction<T>(
  organizationId: string,
  whenLocked: "wait" | "skip",
  work: (client: PassClient) => Promise<T>,
): Promise<T | null> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
    const result = (await lock(client, organizationId, whenLocked)) ? await work(client) : null;
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // The connection may be what failed; the database rolls back what a lost one left open.
    client.release(true);
    throw error;
  }
}

async function lock(client: PassClient, organizationId: string, whenLocked: "wait" | "skip"): Promise<boolean> {
  const { rowCount } = await client.query({
    name: `lock-for-pass-${whenLocked}`,
    text: `SELECT 1 FROM organization_router WHERE organization_id = $1 FOR NO KEY UPDATE ${whenLocked === "skip" ? "SKIP LOCKED" : ""}`,
    values: [organizationId],
  });
  return rowCount === 1;
}
