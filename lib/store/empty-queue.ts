import type { RoutingState } from "@/generated/prisma/enums";
import type { Tx } from "./database";

interface Emptying {
  readonly organizationId: string;
  readonly fromQueueId: string;
  readonly to: { readonly id: string; readonly weight: number; readonly priority: number; readonly overflowAfterSeconds: number | null };
}

export interface MovedToQueue {
  readonly id: string;
  readonly routingState: RoutingState;
  readonly assigneeId: string | null;
}

/**
 * Takes the queue's row, before any of its conversations: nothing enters it any more until the transaction ends, and
 * whoever is entering it just now is waited for. They hold no conversation of this queue meanwhile.
 *
 * @returns false when there is none by that id
 */
export async function lockQueue(tx: Tx, organizationId: string, queueId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM queue WHERE organization_id = ${organizationId}::uuid AND id = ${queueId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

/**
 * Moves all conversations of a queue to another, in the order of ids. What nobody has takes on the weight and the priority
 * of the queue it enters, keeps its place by first entry, and begins that queue's overflow time; a running wait runs on.
 * What an agent holds keeps the weight that their load counts. The caller holds the organization's lock and the queue's.
 *
 * @returns those that are not done, and how many there were in all
 */
export async function emptyQueue(tx: Tx, { organizationId, fromQueueId, to }: Emptying): Promise<{ readonly living: readonly MovedToQueue[]; readonly count: number }> {
  await tx.$executeRaw`
    SELECT 1 FROM conversation WHERE organization_id = ${organizationId}::uuid AND queue_id = ${fromQueueId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  const done = await tx.$executeRaw`
    UPDATE conversation SET queue_id = ${to.id}::uuid, revision = revision + 1
    WHERE organization_id = ${organizationId}::uuid AND queue_id = ${fromQueueId}::uuid AND state = 'done'`;
  const living = await tx.$queryRaw<MovedToQueue[]>`
    UPDATE conversation c SET queue_id = ${to.id}::uuid, revision = c.revision + 1, is_overflowed = false,
      weight = CASE WHEN c.state = 'open' AND (c.assignee_id IS NOT NULL OR c.offered_to_id IS NOT NULL) THEN c.weight ELSE ${to.weight}::int END,
      priority = CASE WHEN c.state = 'open' AND (c.assignee_id IS NOT NULL OR c.offered_to_id IS NOT NULL) THEN c.priority ELSE ${to.priority}::int END,
      overflow_at = CASE WHEN c.routing_state = 'in_line' THEN date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${to.overflowAfterSeconds}::int) END
    WHERE c.organization_id = ${organizationId}::uuid AND c.queue_id = ${fromQueueId}::uuid
    RETURNING c.id, c.routing_state::text AS "routingState", c.assignee_id AS "assigneeId"`;
  return { living, count: done + living.length };
}
