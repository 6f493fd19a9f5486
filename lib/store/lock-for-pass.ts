import type { PoolClient } from "pg";

/**
 * Takes the organization's lock until the transaction ends. A row and not an advisory lock, so that it works on a
 * distributed PostgreSQL too. What is read after it, by statements of their own, is the state under the lock.
 *
 * @returns false when it was not to be had (`skip`), or there is no such organization.
 */
export async function lockForPass(client: PoolClient, organizationId: string, whenLocked: "wait" | "skip"): Promise<boolean> {
  const { rowCount } = await client.query({
    name: `lock-for-pass-${whenLocked}`,
    text: `SELECT 1 FROM organization_router WHERE organization_id = $1 FOR NO KEY UPDATE ${whenLocked === "skip" ? "SKIP LOCKED" : ""}`,
    values: [organizationId],
  });
  return rowCount === 1;
}
