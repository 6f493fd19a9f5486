import type { Tx } from "./database";

/** What a conversation copies from the queue it enters. */
export interface EnteredQueue {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly priority: number;
}

/** What queue rules are and look at, as it is stored. */
export interface StoredRules {
  /** The enabled ones in their order, each with its queue. */
  readonly rules: unknown;
  /** Null: none are set. */
  readonly hours: unknown;
  readonly customer: unknown;
}

interface Row extends EnteredQueue {
  readonly rules: unknown;
  readonly hours: unknown;
  readonly customer: unknown;
}

/**
 * All that it takes to choose a conversation's queue, in one statement: every conversation that comes in asks for it, and
 * most organizations have no rules.
 *
 * @returns null when the organization has no default queue; `stored` is null without an enabled rule.
 */
export async function loadQueueRules(
  tx: Tx,
  organizationId: string,
  customerId: string,
): Promise<{ readonly defaultQueue: EnteredQueue; readonly stored: StoredRules | null } | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.name, d.weight, d.priority, e.rules,
      CASE WHEN e.rules IS NOT NULL THEN (
        SELECT json_build_object('timeZone', b.time_zone, 'weekly', b.weekly, 'exceptions', b.exceptions)
        FROM business_hours b WHERE b.organization_id = ${organizationId}::uuid) END AS hours,
      CASE WHEN e.rules IS NOT NULL THEN (
        SELECT json_build_object('name', c.name, 'email', c.email, 'externalId', c.external_id,
          'language', c.language, 'tags', c.tags, 'attributes', c.attributes)
        FROM customer c WHERE c.organization_id = ${organizationId}::uuid AND c.id = ${customerId}::uuid) END AS customer
    FROM queue d
    CROSS JOIN (
      SELECT json_agg(json_build_object('id', r.id, 'name', r.name, 'isEnabled', r.is_enabled, 'match', r.match,
          'conditions', r.conditions, 'queueId', r.queue_id,
          'queue', json_build_object('id', q.id, 'name', q.name, 'weight', q.weight, 'priority', q.priority))
        ORDER BY r.position, r.id) AS rules
      FROM queue_rule r
      JOIN queue q ON q.organization_id = r.organization_id AND q.id = r.queue_id
      WHERE r.organization_id = ${organizationId}::uuid AND r.is_enabled) e
    WHERE d.organization_id = ${organizationId}::uuid AND d.is_default`;
  const row = rows[0];
  if (!row) return null;
  const { id, name, weight, priority, rules, hours, customer } = row;
  return { defaultQueue: { id, name, weight, priority }, stored: rules === null ? null : { rules, hours, customer } };
}
