import type { Tx } from "./database";

/**
 * Locks a customer's row until the transaction ends, so that their link to a dedicated agent stands still while a
 * conversation copies it. Before any conversation: locks go customer, conversations, agents.
 *
 * @returns their dedicated agent, or undefined when the organization has no such customer.
 */
export async function lockCustomer(tx: Tx, organizationId: string, customerId: string): Promise<string | null | undefined> {
  const rows = await tx.$queryRaw<{ dedicated_agent_id: string | null }[]>`
    SELECT dedicated_agent_id FROM customer
    WHERE organization_id = ${organizationId}::uuid AND id = ${customerId}::uuid FOR NO KEY UPDATE`;
  return rows[0] ? rows[0].dedicated_agent_id : undefined;
}
