import type { Tx } from "./database";

export interface LockedCustomer {
  readonly id: string;
  readonly dedicatedAgentId: string | null;
}

/**
 * Locks a customer's row until the transaction ends, so that their link to a dedicated agent stands still while a
 * conversation copies it. Before any conversation: locks go customer, conversations, agents. Of one merged into another
 * it is the other, whose the conversations are now.
 *
 * @returns null when the organization has no such customer.
 */
export async function lockCustomer(tx: Tx, organizationId: string, customerId: string): Promise<LockedCustomer | null> {
  // Finds its way to the other without locking this one, whom a merge of the other may want.
  const rows = await tx.$queryRaw<{ id: string; dedicated_agent_id: string | null; merged_into_id: string | null }[]>`
    SELECT id, dedicated_agent_id, merged_into_id FROM customer
    WHERE organization_id = ${organizationId}::uuid AND id = (
      SELECT coalesce(merged_into_id, id) FROM customer WHERE organization_id = ${organizationId}::uuid AND id = ${customerId}::uuid)
    FOR NO KEY UPDATE`;
  const row = rows[0];
  if (!row) return null;
  // Merged while this waited for the lock.
  if (row.merged_into_id !== null) return lockCustomer(tx, organizationId, row.merged_into_id);
  return { id: row.id, dedicatedAgentId: row.dedicated_agent_id };
}

/**
 * Locks customers to be merged, in the order of ids. Not FOR UPDATE: who holds a conversation and writes it twice asks
 * again whether its customers are there, and would wait for whom the merge waits for.
 */
export async function lockCustomersToMerge(tx: Tx, organizationId: string, customerIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM customer
    WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...customerIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}
