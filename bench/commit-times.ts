import type { Client } from "pg";

/*
 * Times are read from the database itself, by `pg_xact_commit_timestamp` of the transaction that wrote a row: one clock
 * for both ends, and no network or event loop between. PostgreSQL takes it when the commit begins, before it waits for
 * the disk, at both ends alike; so what lies between two of them holds one such wait, as what lies between two
 * completed commits does.
 *
 * What a fact writes and nobody touches again tells its commit: a conversation's first message, or the log entry of
 * what was done by hand. A decision's log entry tells the decision's.
 */

/** For our own questions, which ask of tables that were filled a moment ago. No statement of the router reads these. */
export async function countAnew(admin: Client): Promise<void> {
  await admin.query("ANALYZE message, routing_log");
}

/** Entries of the router, not of what was done by hand: those name an actor. */
export const byRouter = "d.facts -> 'actor' IS NULL";

/**
 * The router's entries on conversations begun since $1. Not by the entry's own clock: a pass reads it before it looks for
 * conversations, and takes what was committed in between along.
 */
export const decisionsSince = `(
  SELECT d.xmin, d.* FROM message m JOIN routing_log d ON d.organization_id = m.organization_id AND d.conversation_id = m.conversation_id
  WHERE m.created_at >= $1 AND ${byRouter}) d`;

/** Milliseconds from the commit of each conversation's first message, of this time, to the commit of its first decision. */
export async function fromEntryToDecision(admin: Client, organizationId: string, since: Date, until = new Date("9999-12-31")): Promise<number[]> {
  await countAnew(admin);
  return milliseconds(
    admin,
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(d.xmin) - pg_xact_commit_timestamp(m.xmin)) * 1000 AS ms
     FROM message m
     JOIN LATERAL (
       SELECT d.xmin FROM routing_log d
       WHERE d.organization_id = $1 AND d.conversation_id = m.conversation_id AND ${byRouter}
       ORDER BY d.at, d.id LIMIT 1) d ON true
     WHERE m.organization_id = $1 AND m.created_at BETWEEN $2 AND $3 AND m.author = 'customer'`,
    [organizationId, since, until],
  );
}

/** Milliseconds from the commit that made each agent's room (one a conversation marked done) to that of the decision which took it. */
export async function fromRoomToDecision(admin: Client, organizationId: string, since: Date): Promise<number[]> {
  await countAnew(admin);
  return milliseconds(
    admin,
    `SELECT extract(epoch FROM d.at - pg_xact_commit_timestamp(m.xmin)) * 1000 AS ms
     FROM routing_log m
     JOIN conversation c ON c.organization_id = $1 AND c.id = m.conversation_id
     JOIN LATERAL (
       SELECT min(pg_xact_commit_timestamp(d.xmin)) AS at FROM routing_log d
       WHERE d.organization_id = $1 AND d.agent_id = c.assignee_id AND d.outcome = 'assigned' AND ${byRouter}
         AND pg_xact_commit_timestamp(d.xmin) > pg_xact_commit_timestamp(m.xmin)) d ON d.at IS NOT NULL
     WHERE m.organization_id = $1 AND m.reason = 'done' AND m.at >= $2`,
    [organizationId, since],
  );
}

/** From the first commit of a customer's message since `since` to the last commit of a decision on those, over all organizations. */
export async function spanOf(admin: Client, since: Date): Promise<{ readonly seconds: number; readonly decisions: number }> {
  await countAnew(admin);
  const { rows } = await admin.query<{ seconds: number; decisions: number }>(
    `WITH facts AS (SELECT m.xmin AS xid FROM message m WHERE m.created_at >= $1 GROUP BY 1),
       decisions AS (SELECT d.xmin AS xid, count(*) AS count FROM ${decisionsSince} GROUP BY 1)
     SELECT extract(epoch FROM (SELECT max(pg_xact_commit_timestamp(xid)) FROM decisions)
         - (SELECT min(pg_xact_commit_timestamp(xid)) FROM facts))::float8 AS seconds,
       (SELECT coalesce(sum(count), 0) FROM decisions)::int AS decisions`,
    [since],
  );
  const row = rows[0];
  if (!row) throw new Error("the database told no span");
  return row;
}

export async function databaseClock(admin: Client): Promise<Date> {
  const { rows } = await admin.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  return rows[0]?.now ?? new Date();
}

export async function milliseconds(admin: Client, text: string, values: readonly unknown[]): Promise<number[]> {
  const { rows } = await admin.query<{ ms: string }>(text, [...values]);
  return rows.map((row) => Number(row.ms));
}
