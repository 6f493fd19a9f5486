import type { Client } from "pg";
import { newId } from "../lib/store/new-id";
import type { Arrivals } from "./jobs/job";

/** An organization to measure on. Agents and customers are numbered from 1, in the order of these lists. */
export interface Organization {
  readonly organizationId: string;
  readonly channelId: string;
  /** The channel's key, as commands name it. */
  readonly channel: string;
  readonly agentIds: readonly string[];
  readonly customerIds: readonly string[];
  readonly queueIds: readonly string[];
}

export interface OrganizationFill {
  readonly agents: number;
  /** Of each agent, by their team. */
  readonly capacity: number;
  readonly customers: number;
  /** Of the customers, the first so many have a dedicated agent: number k has agent number k, and round again. */
  readonly linkedCustomers?: number;
  /** As many queues; each team serves two of them. */
  readonly teams?: number;
  /** The first so many agents are in no team: they only get what is theirs as dedicated agents, up to the same capacity. */
  readonly agentsOutsideTeams?: number;
  readonly status?: "available" | "offline";
  readonly whenAgentAbsent?: "route" | "wait";
}

export async function fillOrganization(admin: Client, fill: OrganizationFill): Promise<Organization> {
  const { teams = 10, status = "available", whenAgentAbsent = "route", agentsOutsideTeams = 0 } = fill;
  const organizationId = newId();
  const channelId = newId();
  const permissionSetId = newId();
  const run = (text: string, ...values: unknown[]) => admin.query(text, [organizationId, ...values]);
  await run("INSERT INTO organization (id, slug, name) VALUES ($1, $2, 'Bench')", `bench-${organizationId}`);
  await run("INSERT INTO organization_router (organization_id) VALUES ($1)");
  await run("INSERT INTO routing_settings (organization_id, dedicated_agent_enabled) VALUES ($1, true)");
  await run("INSERT INTO permission_set (organization_id, id, name, permissions) VALUES ($1, $2, 'Agent', '{conversation.be_routed}')", permissionSetId);
  await run(`INSERT INTO channel (organization_id, id, key, name, position, when_agent_absent) VALUES ($1, $2, 'chat', 'Chat', 1, '${whenAgentAbsent}')`, channelId);
  await run(
    `INSERT INTO queue (organization_id, id, name, is_default)
     SELECT $1, uuidv7(), 'Queue ' || lpad(n::text, 6, '0'), n = 1 FROM generate_series(1, $2::int) n`, teams);
  await run(
    `INSERT INTO team (organization_id, id, name, capacity)
     SELECT $1, uuidv7(), 'Team ' || lpad(n::text, 6, '0'), $3::int FROM generate_series(1, $2::int) n`, teams, fill.capacity);
  await run(
    `INSERT INTO team_queue (organization_id, team_id, queue_id)
     SELECT DISTINCT $1::uuid, t.id, q.id
     FROM (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM team WHERE organization_id = $1) t
     JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM queue WHERE organization_id = $1) q
       ON q.n IN (t.n, (t.n + 1) % $2::int)`, teams);
  await run(
    `INSERT INTO "user" (organization_id, id, name, email, permission_set_id)
     SELECT $1, uuidv7(), 'Agent ' || lpad(n::text, 6, '0'), 'agent-' || n || '@bench.test', $2 FROM generate_series(1, $3::int) n`,
    permissionSetId, fill.agents);
  await run(
    `INSERT INTO agent (organization_id, user_id, status, own_capacity)
     SELECT $1, id, '${status}', CASE WHEN row_number() OVER (ORDER BY name) <= $2 THEN $3::int END FROM "user" WHERE organization_id = $1`,
    agentsOutsideTeams, fill.capacity);
  await run(
    `INSERT INTO team_member (organization_id, team_id, user_id)
     SELECT $1, t.id, u.id
     FROM (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM "user" WHERE organization_id = $1) u
     JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM team WHERE organization_id = $1) t ON t.n = u.n % $2::int
     WHERE u.n >= $3`, teams, agentsOutsideTeams);
  await run(
    `INSERT INTO customer (organization_id, id, name, external_id, dedicated_agent_id, dedicated_agent_set_at)
     SELECT $1, uuidv7(), 'Customer', k::text, a.id, CASE WHEN a.id IS NOT NULL THEN clock_timestamp() END
     FROM generate_series(1, $2::int) k
     LEFT JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM "user" WHERE organization_id = $1) a
       ON a.n = (k - 1) % $3::int AND k <= $4::int`,
    fill.customers, fill.agents, fill.linkedCustomers ?? 0);
  return {
    organizationId,
    channelId,
    channel: "chat",
    agentIds: await ids(admin, `SELECT id FROM "user" WHERE organization_id = $1 ORDER BY name`, organizationId),
    customerIds: await ids(admin, "SELECT id FROM customer WHERE organization_id = $1 ORDER BY external_id::int", organizationId),
    queueIds: await ids(admin, "SELECT id FROM queue WHERE organization_id = $1 ORDER BY name", organizationId),
  };
}

/** These customers of it write at once. */
export function arrivalsOf({ organizationId, channelId, queueIds }: Organization, customerIds: readonly string[]): Arrivals {
  return { organizationId, channelId, queueIds: [...queueIds], customerIds: [...customerIds] };
}

/** After filling: statistics and visibility as a database has that has run for a while, and nothing left to write. */
export async function settleTables(admin: Client): Promise<void> {
  await admin.query("VACUUM (ANALYZE)");
  await admin.query("CHECKPOINT");
}

export async function ids(admin: Client, text: string, ...values: unknown[]): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(text, values);
  return rows.map((row) => row.id);
}
