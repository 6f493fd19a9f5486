import { pool } from "./database";
import { acrossOrganizations } from "./scope";

export interface Due {
  /** Organizations where a wait or an overflow time has come: to be looked at now. */
  readonly endedIds: readonly string[];
  /** Organizations where something else is to be decided, which whoever recorded the fact has woken a router for. */
  readonly changedIds: readonly string[];
  /** Milliseconds until the next wait or overflow time of any organization comes; null when none is to come. */
  readonly nextInMs: number | null;
}

/**
 * What the router must look at now, from the rows alone: waits and overflow times that have come; conversations to be
 * decided, agents or settings changed since the last pass. A few index probes for each organization, however many wait.
 */
export async function due(): Promise<Due> {
  const { rows } = await acrossOrganizations(() =>
    pool().query<{ ended: string[] | null; changed: string[] | null; next_in_ms: number | null }>({
      name: "due",
      // The clock as a scalar query: compared with the volatile function itself, no index could be used. And the first of
      // each in the order of its index, not EXISTS: for that PostgreSQL reads the whole table when it expects to find one soon.
      text: `
        WITH state AS (
          SELECT r.organization_id,
            least(
              (SELECT c.wait_until FROM conversation c
                WHERE c.organization_id = r.organization_id AND c.routing_state = 'waiting' ORDER BY c.wait_until LIMIT 1),
              (SELECT c.overflow_at FROM conversation c
                WHERE c.organization_id = r.organization_id AND ${overflows} ORDER BY c.overflow_at LIMIT 1)) <= n.now AS has_ended,
            r.changes <> r.changes_routed
            OR (SELECT c.id FROM conversation c
              WHERE c.organization_id = r.organization_id AND c.routing_state = 'pending' ORDER BY c.priority, c.entered_at, c.id LIMIT 1) IS NOT NULL
            OR EXISTS (SELECT 1 FROM agent a WHERE a.organization_id = r.organization_id AND a.changes <> a.changes_routed) AS has_changed,
            least(
              (SELECT c.wait_until FROM conversation c
                WHERE c.organization_id = r.organization_id AND c.routing_state = 'waiting' AND c.wait_until > n.now ORDER BY c.wait_until LIMIT 1),
              (SELECT c.overflow_at FROM conversation c
                WHERE c.organization_id = r.organization_id AND ${overflows} AND c.overflow_at > n.now ORDER BY c.overflow_at LIMIT 1)) AS next_at
          FROM organization_router r, (SELECT clock_timestamp() AS now OFFSET 0) n)
        SELECT array_agg(organization_id::text) FILTER (WHERE has_ended) AS ended,
          array_agg(organization_id::text) FILTER (WHERE has_changed) AS changed,
          (extract(epoch FROM min(next_at) - clock_timestamp()) * 1000)::float8 AS next_in_ms
        FROM state`,
    }),
  );
  const row = rows[0];
  return { endedIds: row?.ended ?? [], changedIds: row?.changed ?? [], nextInMs: row?.next_in_ms ?? null };
}

const overflows = "c.routing_state = 'in_line' AND NOT c.is_overflowed AND c.overflow_at IS NOT NULL";
