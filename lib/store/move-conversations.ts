import type { RoutingState } from "@/generated/prisma/enums";
import type { Tx } from "./database";

export interface MovedConversation {
  readonly id: string;
  readonly routingState: RoutingState;
  readonly assigneeId: string | null;
}

interface Move {
  readonly organizationId: string;
  readonly fromId: string;
  readonly toId: string;
}

/**
 * Moves all conversations of one customer to another: those on the timeline, and those that came in from them wherever
 * they are. Locks with them the other's own that have nobody yet, all in the order of ids, because these may get another
 * link in the same transaction. The caller holds both customers.
 *
 * @returns those that moved
 */
export async function moveConversations(tx: Tx, { organizationId, fromId, toId }: Move): Promise<MovedConversation[]> {
  await tx.$executeRaw`
    SELECT 1 FROM conversation
    WHERE organization_id = ${organizationId}::uuid AND (customer_id = ${fromId}::uuid OR (intake_customer_id = ${fromId}::uuid AND customer_id <> intake_customer_id)
      OR (intake_customer_id = ${toId}::uuid AND state = 'open' AND assignee_id IS NULL))
    ORDER BY id FOR NO KEY UPDATE`;
  return tx.$queryRaw<MovedConversation[]>`
    UPDATE conversation SET
      customer_id = CASE customer_id WHEN ${fromId}::uuid THEN ${toId}::uuid ELSE customer_id END,
      intake_customer_id = CASE intake_customer_id WHEN ${fromId}::uuid THEN ${toId}::uuid ELSE intake_customer_id END,
      revision = revision + 1
    WHERE organization_id = ${organizationId}::uuid AND (customer_id = ${fromId}::uuid OR (intake_customer_id = ${fromId}::uuid AND customer_id <> intake_customer_id))
    RETURNING id, routing_state::text AS "routingState", assignee_id AS "assigneeId"`;
}
