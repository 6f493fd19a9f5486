import type { Tx } from "./database";

/**
 * Locks the conversations that came in from a customer and have nobody yet, in the order of ids: all of them before the
 * first agent, whom changing one of them may lock. The caller holds the customer, so that there come no others.
 *
 * @returns their ids, in that order
 */
export async function lockUnassigned(tx: Tx, organizationId: string, intakeCustomerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversation
    WHERE organization_id = ${organizationId}::uuid AND intake_customer_id = ${intakeCustomerId}::uuid AND state = 'open' AND assignee_id IS NULL
    ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}
