import { pool } from "./database";
import { acrossOrganizations } from "./scope";

export interface AgentKey {
  readonly organizationId: string;
  readonly userId: string;
}

/** All tabs of an agent give signs of life; one within so many seconds is written. */
const writtenEverySeconds = 10;
/** One look finds at most so many; the rest are found by the next, so that nothing else waits long for it. */
const mostAtOnce = 50;

/**
 * Notes a sign of life of an agent's workspace. It takes no lock that a pass holds.
 *
 * @returns when they were last seen, by the database's clock; null: there is no such agent.
 */
export async function noteSeen({ organizationId, userId }: AgentKey): Promise<Date | null> {
  const { rows } = await pool().query<{ seenAt: Date }>({
    name: "note-seen",
    text: `
      WITH fresh AS (
        SELECT seen_at FROM agent_presence
        WHERE organization_id = $1 AND user_id = $2 AND seen_at > clock_timestamp() - make_interval(secs => $3)),
      written AS (
        INSERT INTO agent_presence (organization_id, user_id, seen_at)
        SELECT organization_id, user_id, date_trunc('milliseconds', clock_timestamp()) FROM agent
        WHERE organization_id = $1 AND user_id = $2 AND NOT EXISTS (SELECT FROM fresh)
        -- Two tabs may come here at once: the clock never goes back.
        ON CONFLICT (organization_id, user_id) DO UPDATE SET seen_at = greatest(agent_presence.seen_at, excluded.seen_at)
        RETURNING seen_at)
      SELECT seen_at AS "seenAt" FROM fresh UNION ALL SELECT seen_at FROM written`,
    values: [organizationId, userId, writtenEverySeconds],
  });
  return rows[0]?.seenAt ?? null;
}

export interface PresenceLook {
  /** The database's clock, epoch ms. */
  readonly now: number;
  readonly absent: readonly AgentKey[];
  /** There may be more than these. */
  readonly isCutOff: boolean;
}

/** Agents of all organizations whose workspace has not been heard of for so long: one index probe for each organization. */
export async function findAbsent(graceMs: number): Promise<PresenceLook> {
  const { rows } = await acrossOrganizations(() =>
    pool().query<{ now: Date; absent: AgentKey[] | null }>({
      name: "find-absent",
      text: `
        SELECT date_trunc('milliseconds', clock_timestamp()) AS now, (
          SELECT json_agg(json_build_object('organizationId', p.organization_id, 'userId', p.user_id))
          FROM (
            SELECT p.organization_id, p.user_id
            FROM organization_router r
            CROSS JOIN LATERAL (
              SELECT organization_id, user_id FROM agent_presence
              -- The clock is read once, by a query of its own: an index can't be searched by what changes from row to row.
              WHERE organization_id = r.organization_id AND seen_at < (SELECT clock_timestamp()) - make_interval(secs => $1)
              ORDER BY seen_at LIMIT $2) p
            LIMIT $2) p) AS absent`,
      values: [graceMs / 1000, mostAtOnce],
    }),
  );
  const row = rows[0];
  if (!row) throw new Error("The database gave no clock.");
  const absent = row.absent ?? [];
  return { now: row.now.getTime(), absent, isCutOff: absent.length === mostAtOnce };
}

/**
 * Forgets the presence of an agent who is still absent, and puts them offline if they are not, in one statement and so
 * in one transaction. A row that somebody else holds belongs to a sign of life, or to another process that does this.
 * Locks the presence, then the agent.
 *
 * @returns whether their status has changed.
 */
export async function leaveOffline({ organizationId, userId }: AgentKey, graceMs: number): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "leave-offline",
    text: `
      WITH absent AS (
        DELETE FROM agent_presence WHERE organization_id = $1 AND user_id IN (
          SELECT user_id FROM agent_presence
          WHERE organization_id = $1 AND user_id = $2 AND seen_at < clock_timestamp() - make_interval(secs => $3)
          FOR UPDATE SKIP LOCKED)
        RETURNING user_id)
      UPDATE agent a
      SET status = 'offline', status_since = date_trunc('milliseconds', clock_timestamp()), custom_status_id = NULL, hands_back = true, changes = a.changes + 1
      FROM absent
      WHERE a.organization_id = $1 AND a.user_id = absent.user_id AND a.status <> 'offline'`,
    values: [organizationId, userId, graceMs / 1000],
  });
  return rowCount === 1;
}
