import { pool } from "./database";

export interface Due {
  /** Organizations that have something to decide now. */
  readonly organizationIds: readonly string[];
  /** Milliseconds until the next wait or overflow time of any organization ends; null when none runs. */
  readonly nextInMs: number | null;
}

/**
 * What the router must look at now, from the rows alone: conversations to be decided, waits that have ended, agents or
 * settings changed since the last pass, overflow times that have come. One index probe for each kind and organization, however many wait.
 */
export async function due(): Promise<Due> {
  const { rows } = await pool().query<{ due: string[] | null; next_in_ms: number | null }>({
    name: "due",
    text: `
      WITH state AS (
        SELECT r.organization_id,
          r.changes <> r.changes_routed
          OR EXISTS (SELECT 1 FROM conversation c WHERE c.organization_id = r.organization_id AND c.routing_state = 'pending')
          OR EXISTS (SELECT 1 FROM agent a WHERE a.organization_id = r.organization_id AND a.changes <> a.changes_routed) AS has_change,
          least(
            (SELECT c.wait_until FROM conversation c WHERE c.organization_id = r.organization_id AND c.routing_state = 'waiting'
              ORDER BY c.wait_until LIMIT 1),
            (SELECT c.overflow_at FROM conversation c WHERE c.organization_id = r.organization_id AND c.routing_state = 'in_line'
                AND NOT c.is_overflowed AND c.overflow_at IS NOT NULL
              ORDER BY c.overflow_at LIMIT 1)) AS next_until
        FROM organization_router r)
      SELECT array_agg(organization_id::text) FILTER (WHERE has_change OR next_until <= clock_timestamp()) AS due,
        (extract(epoch FROM min(next_until) FILTER (WHERE next_until > clock_timestamp()) - clock_timestamp()) * 1000)::float8 AS next_in_ms
      FROM state`,
  });
  const row = rows[0];
  return { organizationIds: row?.due ?? [], nextInMs: row?.next_in_ms ?? null };
}
