import type { Tx } from "./database";

interface OverflowingQueue {
  readonly organizationId: string;
  readonly queueId: string;
}

/** Those in line in a queue that overflows from now on get their time, counted from now; who has one keeps it. The caller holds the organization's lock. */
export function beginOverflowTimes(tx: Tx, { organizationId, queueId }: OverflowingQueue, overflowAfterSeconds: number): Promise<number> {
  return tx.$executeRaw`
    UPDATE conversation SET overflow_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${overflowAfterSeconds}), revision = revision + 1
    WHERE organization_id = ${organizationId}::uuid AND id IN (
      SELECT id FROM conversation
      WHERE organization_id = ${organizationId}::uuid AND queue_id = ${queueId}::uuid AND routing_state = 'in_line'
        AND overflow_at IS NULL AND NOT is_overflowed
      ORDER BY id FOR NO KEY UPDATE)`;
}

/** Nothing of a queue overflows any more, but what has, whether it stands in line or is asked for. The caller holds the organization's lock. */
export function endOverflowTimes(tx: Tx, { organizationId, queueId }: OverflowingQueue): Promise<number> {
  return tx.$executeRaw`
    UPDATE conversation SET overflow_at = NULL, revision = revision + 1
    WHERE organization_id = ${organizationId}::uuid AND id IN (
      SELECT id FROM conversation
      WHERE organization_id = ${organizationId}::uuid AND queue_id = ${queueId}::uuid AND NOT is_overflowed AND overflow_at IS NOT NULL
        AND (routing_state = 'in_line' OR routing_state = 'pending' OR routing_state = 'offered' OR routing_state = 'waiting')
      ORDER BY id FOR NO KEY UPDATE)`;
}
