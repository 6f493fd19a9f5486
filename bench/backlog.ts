import type { Client } from "pg";
import type { Organization } from "./organization";

/** Numbers of agents, both ends included, from 1. */
export interface AgentRange {
  readonly from: number;
  readonly to: number;
}

const numbered = `
  WITH agents AS (SELECT id, row_number() OVER (ORDER BY name) AS n FROM "user" WHERE organization_id = $1),
    customers AS (SELECT id, external_id::int AS n FROM customer WHERE organization_id = $1),
    queues AS (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n, count(*) OVER () AS count FROM queue WHERE organization_id = $1)`;
const columns = "organization_id, id, customer_id, intake_customer_id, channel_id, queue_id, routing_state";

/**
 * Conversations that are done, so that the tables are those of an organization at work: PostgreSQL chooses other plans
 * for tables that were empty when it last looked.
 */
export async function fillPast(admin: Client, organization: Organization, count: number): Promise<void> {
  const { organizationId, channelId, customerIds } = organization;
  await admin.query(
    `${numbered},
     begun AS (
       INSERT INTO conversation (${columns}, state, done_at, assignee_id, assigned_at, normal_reason, created_at, entered_at, last_message_at)
       SELECT $1, uuidv7(), c.id, c.id, $2, q.id, 'out', 'done', t.at, a.id, t.at, 'no_dedicated_agent', t.at, t.at, t.at
       FROM generate_series(1, $3::int) i
       CROSS JOIN LATERAL (SELECT now() - interval '1 day' - make_interval(secs => $3 - i) AS at) t
       JOIN agents a ON a.n = 1 + i % $4::int
       JOIN customers c ON c.n = 1 + i % $5::int
       JOIN queues q ON q.n = i % q.count
       RETURNING id, created_at)
     INSERT INTO message (organization_id, id, conversation_id, author, text, created_at)
     SELECT $1, uuidv7(), id, 'customer', 'Hello', created_at FROM begun`,
    [organizationId, channelId, count, organization.agentIds.length, customerIds.length],
  );
}

/**
 * Lets each of these agents hold so many open conversations, as if they had been assigned. Their log entries, like
 * those of all that stand here before a measurement, are left out: the router does not read the log.
 */
export async function fillAssigned(admin: Client, organization: Organization, agents: AgentRange, load: number): Promise<void> {
  const { organizationId, channelId, customerIds } = organization;
  await admin.query(
    `${numbered}
     INSERT INTO conversation (${columns}, assignee_id, assigned_at, normal_reason)
     SELECT $1, uuidv7(), c.id, c.id, $2, q.id, 'assigned', a.id, clock_timestamp(), 'no_dedicated_agent'
     FROM agents a CROSS JOIN generate_series(1, $5::int) i
     JOIN customers c ON c.n = (a.n * $5 + i) % $6 + 1
     JOIN queues q ON q.n = (a.n + i) % q.count
     WHERE a.n BETWEEN $3 AND $4`,
    [organizationId, channelId, agents.from, agents.to, load, customerIds.length],
  );
  await admin.query(
    `UPDATE agent SET load = $2 WHERE organization_id = $1 AND user_id = ANY ($3::uuid[])`,
    [organizationId, load, organization.agentIds.slice(agents.from - 1, agents.to)],
  );
}

/**
 * Lets so many conversations wait for their dedicated agents, evenly over these, for another hour; customer number k
 * must have agent number k.
 */
export async function fillWaiting(admin: Client, organization: Organization, agents: AgentRange, count: number): Promise<void> {
  const { organizationId, channelId } = organization;
  await admin.query(
    `${numbered}
     INSERT INTO conversation (${columns}, dedicated_agent_id, entered_at, wait_began_at, wait_until)
     SELECT $1, uuidv7(), c.id, c.id, $2, q.id, 'waiting', a.id,
       now() - make_interval(secs => 60 + ($5 - i) / 1000.0), now() - interval '59 s', now() + interval '1 hour'
     FROM generate_series(1, $5::int) i
     JOIN agents a ON a.n = $3 + i % ($4::int - $3::int + 1)
     JOIN customers c ON c.n = a.n
     JOIN queues q ON q.n = i % q.count`,
    [organizationId, channelId, agents.from, agents.to, count],
  );
}

/** Lets the waits of so many end evenly between these seconds from now, in no order. @returns when the first and the last ends */
export async function moveWaits(
  admin: Client,
  organization: Organization,
  count: number,
  seconds: { readonly from: number; readonly to: number },
): Promise<{ readonly first: Date; readonly last: Date }> {
  const { rows } = await admin.query<{ first: Date; last: Date }>(
    `WITH chosen AS (SELECT id, row_number() OVER () AS n FROM (
         SELECT id FROM conversation WHERE organization_id = $1 AND routing_state = 'waiting' ORDER BY md5(id::text) LIMIT $2) c),
       moved AS (
         UPDATE conversation c SET wait_until = now() + make_interval(secs => $3 + ($4::float8 - $3::float8) * chosen.n / $2)
         FROM chosen WHERE c.organization_id = $1 AND c.id = chosen.id RETURNING c.wait_until)
     SELECT min(wait_until) AS first, max(wait_until) AS last FROM moved`,
    [organization.organizationId, count, seconds.from, seconds.to],
  );
  const row = rows[0];
  if (!row) throw new Error("no wait was moved");
  return row;
}

/** Lets so many stand in line, over all queues; their customers have no dedicated agent. */
export async function fillInLine(admin: Client, organization: Organization, count: number): Promise<void> {
  const { organizationId, channelId, customerIds } = organization;
  await admin.query(
    `${numbered}
     INSERT INTO conversation (${columns}, entered_at, normal_reason)
     SELECT $1, uuidv7(), c.id, c.id, $2, q.id, 'in_line', now() - make_interval(secs => 60 + ($3 - i) / 1000.0), 'no_dedicated_agent'
     FROM generate_series(1, $3::int) i
     JOIN customers c ON c.n = $4 - i % ($4::int / 2)
     JOIN queues q ON q.n = i % q.count`,
    [organizationId, channelId, count, customerIds.length],
  );
}
