import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { countAnew, decisionsSince } from "./commit-times";
import { Problem } from "../scripts/lib/problem";

/** Rarely, because a look costs the database too; what is measured is read from the rows afterwards. */
const lookMs = 100;

/** Resolves when no conversation is left to be decided, in any organization. */
export async function untilDecided(admin: Client, withinSeconds: number): Promise<void> {
  // By the head of the index in each organization: a look at the whole table would take a processor from what is measured.
  const text = `
    SELECT 1 FROM organization_router r CROSS JOIN LATERAL (
      SELECT 1 FROM conversation c WHERE c.organization_id = r.organization_id AND c.routing_state = 'pending'
      ORDER BY c.priority, c.entered_at, c.id LIMIT 1) c
    LIMIT 1`;
  await untilNone(admin, text, withinSeconds);
}

/** Resolves when this query finds nothing. */
export async function untilNone(admin: Client, text: string, withinSeconds: number, values: readonly unknown[] = []): Promise<void> {
  for (const deadline = Date.now() + withinSeconds * 1000; ; await sleep(lookMs)) {
    const { rowCount } = await admin.query(text, [...values]);
    if (rowCount === 0) return;
    if (Date.now() > deadline) throw new Problem(`The router had not caught up after ${withinSeconds} s.`);
  }
}

/** What must be true of every organization in the database, however it was driven; each broken rule is a sentence. */
export async function verifyRows(admin: Client): Promise<string[]> {
  return broken(admin, [
    [
      "agents above their capacity",
      `SELECT count(*) FROM agent a WHERE a.load > coalesce(a.own_capacity, (
         SELECT max(t.capacity) FROM team_member m JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
         WHERE m.organization_id = a.organization_id AND m.user_id = a.user_id AND t.routing_enabled), 0)`,
    ],
    [
      "agents whose load is not what they hold",
      `SELECT count(*) FROM agent a LEFT JOIN (
         SELECT organization_id, assignee_id, sum(weight) AS held FROM conversation WHERE state = 'open' AND assignee_id IS NOT NULL GROUP BY 1, 2) h
         ON h.organization_id = a.organization_id AND h.assignee_id = a.user_id
       WHERE a.load <> coalesce(h.held, 0)`,
    ],
    ["conversations still to be decided", "SELECT count(*) FROM conversation WHERE routing_state = 'pending'"],
    ["waits that have ended and were not acted on", "SELECT count(*) FROM conversation WHERE routing_state = 'waiting' AND wait_until < clock_timestamp() - interval '1 s'"],
  ]);
}

/** That each conversation begun since `since` was decided once, for good, and has its log entry. */
export async function verifyDecidedOnce(admin: Client, since: Date, expected: number): Promise<string[]> {
  await countAnew(admin);
  const { rows } = await admin.query<{ begun: number; assigned: number; decisions: number; twice: number }>(
    `SELECT
       (SELECT count(*) FROM message m WHERE m.created_at >= $1)::int AS begun,
       (SELECT count(*) FROM message m JOIN conversation c ON c.organization_id = m.organization_id AND c.id = m.conversation_id
         WHERE m.created_at >= $1 AND c.assignee_id IS NOT NULL)::int AS assigned,
       (SELECT count(*) FROM ${decisionsSince} WHERE d.outcome = 'assigned')::int AS decisions,
       (SELECT count(*) FROM (SELECT 1 FROM ${decisionsSince} GROUP BY d.organization_id, d.conversation_id HAVING count(*) > 1) t)::int AS twice`,
    [since],
  );
  const { begun, assigned, decisions, twice } = rows[0] ?? { begun: -1, assigned: -1, decisions: -1, twice: -1 };
  const problems: string[] = [];
  if (begun !== expected) problems.push(`${expected} conversations were to begin and ${begun} did`);
  if (assigned !== expected) problems.push(`${assigned} of ${expected} conversations are assigned`);
  if (decisions !== expected) problems.push(`the log has ${decisions} assignments for ${expected} conversations`);
  if (twice > 0) problems.push(`${twice} conversations were decided more than once`);
  return problems;
}

/** Each check counts what must not be. */
export async function broken(admin: Client, checks: readonly (readonly [what: string, count: string])[]): Promise<string[]> {
  const problems: string[] = [];
  for (const [what, text] of checks) {
    const { rows } = await admin.query<{ count: string }>(text);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) problems.push(`${count} ${what}`);
  }
  return problems;
}
