import type { RoutingState } from "@/generated/prisma/enums";
import type { Tx } from "./database";

interface AgentKey {
  readonly organizationId: string;
  readonly userId: string;
}

export interface LockedLink {
  readonly id: string;
  readonly name: string;
  /** Whose dedicated agent is the one in question; else somebody whose conversation they have. */
  readonly isLinked: boolean;
}

/**
 * Locks the customers whose dedicated agent somebody is, and those from whom their open conversations came in, because
 * these take the link along when they are routed again. In the order of ids, after users and before all else.
 */
export function lockLinks(tx: Tx, { organizationId, userId }: AgentKey): Promise<LockedLink[]> {
  return tx.$queryRaw<LockedLink[]>`
    SELECT id, name, coalesce(dedicated_agent_id = ${userId}::uuid, false) AS "isLinked" FROM customer
    WHERE organization_id = ${organizationId}::uuid AND (dedicated_agent_id = ${userId}::uuid OR id IN (
      SELECT intake_customer_id FROM conversation
      WHERE organization_id = ${organizationId}::uuid AND assignee_id = ${userId}::uuid AND state = 'open'))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** A customer, and who is their dedicated agent from now on; null: nobody. */
export interface NewLink {
  readonly customerId: string;
  readonly agentId: string | null;
}

/** However many, one statement. The caller has locked the customers. `setById`: null for an API key. */
export async function writeLinks(tx: Tx, organizationId: string, links: readonly NewLink[], { now, setById }: { readonly now: Date; readonly setById: string | null }): Promise<void> {
  await tx.$executeRaw`
    UPDATE customer c SET
      dedicated_agent_id = l.agent_id,
      dedicated_agent_set_at = CASE WHEN l.agent_id IS NOT NULL THEN ${now}::timestamptz END,
      dedicated_agent_set_by_id = CASE WHEN l.agent_id IS NOT NULL THEN ${setById}::uuid END
    FROM unnest(${links.map(({ customerId }) => customerId)}::uuid[], ${links.map(({ agentId }) => agentId)}::uuid[]) AS l (customer_id, agent_id)
    WHERE c.organization_id = ${organizationId}::uuid AND c.id = l.customer_id`;
}

export interface HeldConversation {
  readonly id: string;
  readonly weight: number;
  readonly routingState: RoutingState;
  readonly assigneeId: string | null;
  readonly offeredToId: string | null;
  readonly intakeCustomerId: string;
  readonly dedicatedAgentId: string | null;
  readonly isPassedOver: boolean;
}

/**
 * Locks, in the order of ids, the open conversations that an agent has or is offered, and of these customers those that
 * have nobody yet. What came to the agent from another customer meanwhile is not among them.
 */
export function lockHeld(tx: Tx, { organizationId, userId }: AgentKey, customerIds: readonly string[]): Promise<HeldConversation[]> {
  return tx.$queryRaw<HeldConversation[]>`
    SELECT id, weight, routing_state::text AS "routingState", assignee_id AS "assigneeId", offered_to_id AS "offeredToId",
      intake_customer_id AS "intakeCustomerId", dedicated_agent_id AS "dedicatedAgentId",
      routing_state = 'waiting' AND passed_over_since IS NOT NULL AS "isPassedOver"
    FROM conversation
    WHERE organization_id = ${organizationId}::uuid AND state = 'open' AND (
      offered_to_id = ${userId}::uuid
      OR (intake_customer_id = ANY (${[...customerIds]}::uuid[]) AND (assignee_id IS NULL OR assignee_id = ${userId}::uuid)))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Takes the present links of their customers into conversations that have nobody: decided afresh within the wait they began with. */
export async function relinkHeld(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE conversation v SET
      dedicated_agent_id = c.dedicated_agent_id,
      routing_state = CASE v.routing_state WHEN 'offered' THEN v.routing_state ELSE 'pending' END,
      passed_over_since = CASE v.routing_state WHEN 'offered' THEN v.passed_over_since END,
      normal_reason = NULL,
      revision = v.revision + 1
    FROM customer c
    WHERE v.organization_id = ${organizationId}::uuid AND v.id = ANY (${[...ids]}::uuid[])
      AND c.organization_id = v.organization_id AND c.id = v.intake_customer_id`;
}

/** How many customers each of these users has as their dedicated agent. */
export async function countLinks(tx: Tx, organizationId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT dedicated_agent_id AS id, count(*)::int AS count FROM customer
    WHERE organization_id = ${organizationId}::uuid AND dedicated_agent_id = ANY (${[...userIds]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
