import type { Pool, PoolClient } from "pg";

interface Scope {
  /** Null: all. */
  readonly organizationId: string | null;
  /** Null: now. */
  readonly now: Date | null;
}

/**
 * What the rows say is to be done now, of one organization or of all, each a sentence: whatever the router and the
 * clock's other duties must find by themselves. Written anew, and not by the statements that they look with.
 */
export async function stillDue(db: Pool | PoolClient, { organizationId, now }: Scope = { organizationId: null, now: null }): Promise<readonly string[]> {
  const { rows } = await db.query<{ what: string }>(
    `WITH clock AS MATERIALIZED (SELECT coalesce($2, clock_timestamp()) AS now)
     SELECT what FROM (
       SELECT organization_id, 'conversation ' || id || ' is pending' AS what FROM conversation WHERE routing_state = 'pending'
       UNION ALL
       SELECT organization_id, 'the wait of ' || id || ' has ended' FROM conversation WHERE routing_state = 'waiting' AND wait_until <= (SELECT now FROM clock)
       UNION ALL
       SELECT organization_id, 'the offer of ' || id || ' has ended' FROM conversation WHERE routing_state = 'offered' AND offer_until <= (SELECT now FROM clock)
       UNION ALL
       SELECT organization_id, 'the snooze of ' || id || ' has ended' FROM conversation WHERE state = 'snoozed' AND snoozed_until <= (SELECT now FROM clock)
       UNION ALL
       SELECT organization_id, id || ' is to overflow' FROM conversation WHERE routing_state = 'in_line' AND NOT is_overflowed AND overflow_at <= (SELECT now FROM clock)
       UNION ALL
       SELECT organization_id, 'agent ' || user_id || ' has changed' FROM agent WHERE changes <> changes_routed
       UNION ALL
       SELECT organization_id, 'agent ' || user_id || ' hands back' FROM agent WHERE hands_back
       UNION ALL
       SELECT organization_id, 'the organization has changed' FROM organization_router WHERE changes <> changes_routed) due
     WHERE $1::uuid IS NULL OR organization_id = $1 LIMIT 50`,
    [organizationId, now],
  );
  return rows.map(({ what }) => what);
}
