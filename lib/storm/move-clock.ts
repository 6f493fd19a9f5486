import type { Pool } from "pg";
import { v7 } from "uuid";
import type { ClockMove } from "./random-round";

/** An id of the form that log entries have, that is before all made from that instant (epoch ms, of this machine) on. */
export function idFrom(instant: number): string {
  return v7({ msecs: instant, random: new Uint8Array(16) });
}

/**
 * Lets time pass in one organization, by moving all its instants back by the same amount: deadlines come nearer, and
 * what lies between two instants stays. Nothing of it runs meanwhile but what the clock brings about; it takes the locks
 * in the order of the house. The log stays as it was written.
 *
 * @param conversationIds conversations that are done but may come back
 * @returns by how many milliseconds
 */
export async function moveClock(pool: Pool, organizationId: string, move: ClockMove, conversationIds: readonly string[]): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT 1 FROM organization_router WHERE organization_id = $1 FOR UPDATE", [organizationId]);
    const ms = "seconds" in move ? move.seconds * 1000 : await untilDeadline(client, organizationId, move.toDeadline);
    if (ms > 0) for (const text of moves) await client.query(text, text.includes("$3") ? [organizationId, ms, [...conversationIds]] : [organizationId, ms]);
    await client.query("COMMIT");
    client.release();
    return ms;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** How long it is until one of the next deadlines, less an instant in which the facts that follow may come first. */
async function untilDeadline(client: Pick<Pool, "query">, organizationId: string, nth: number): Promise<number> {
  const { rows } = await client.query<{ ms: number }>(
    `SELECT ceil(extract(epoch FROM until - clock_timestamp()) * 1000)::int - 20 AS ms FROM (
       SELECT coalesce(CASE WHEN state = 'snoozed' THEN snoozed_until END, offer_until, CASE routing_state WHEN 'waiting' THEN wait_until WHEN 'in_line' THEN overflow_at END) AS until
       FROM conversation WHERE organization_id = $1 AND state <> 'done') d
     WHERE until > clock_timestamp() AND until < clock_timestamp() + interval '2 h' ORDER BY until LIMIT 5`,
    [organizationId],
  );
  return Math.max(0, rows[nth % Math.max(1, rows.length)]?.ms ?? 0);
}

const back = (...columns: readonly string[]) => columns.map((column) => `${column} = ${column} - make_interval(secs => $2::float8 / 1000)`).join(", ");

const moves = [
  // Before agents, as who puts one offline.
  `UPDATE agent_presence SET ${back("seen_at")} WHERE organization_id = $1`,
  `UPDATE conversation SET ${back("wait_began_at", "wait_until", "passed_over_since", "entered_at", "offer_until", "overflow_at", "snoozed_until", "assigned_at", "done_at")},
     refusals = (SELECT jsonb_agg(jsonb_set(r, '{at}', to_jsonb((r ->> 'at')::bigint - $2::bigint))) FROM jsonb_array_elements(refusals) r)
   WHERE organization_id = $1 AND id IN (
     SELECT id FROM conversation WHERE organization_id = $1 AND (state <> 'done' OR id = ANY ($3::uuid[])) ORDER BY id FOR NO KEY UPDATE)`,
  `UPDATE agent SET ${back("status_since", "last_assigned_at")}
   WHERE organization_id = $1 AND user_id IN (SELECT user_id FROM agent WHERE organization_id = $1 ORDER BY user_id FOR NO KEY UPDATE)`,
] as const;
