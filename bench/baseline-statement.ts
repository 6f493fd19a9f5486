import type { Client } from "pg";
import { fillOrganization, settleTables } from "./organization";

/** What a client of the baseline does again and again: one conversation, one transaction, one statement. */
export interface BaselineWork {
  /** The statement, with `:name` where a number goes. */
  readonly statement: string;
  readonly agents: number;
}

export interface BaselineRun {
  readonly work: BaselineWork;
  readonly clients: number;
  /** Of all clients together; a multiple of their number. */
  readonly transactions: number;
  /** So many conversations were taken by runs before. */
  readonly taken: number;
}

const agents = 1000;

/** The id of the n-th row, so that a client needs no look-up to name one. */
const idOf = (number: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Fills our own tables with so many conversations to be decided, for 1,000 agents with room for all of them, and tells
 * the statement that assigns one: it claims the conversation's row, takes the agent's room, writes the log entry.
 *
 * It is kinder than a router may be, so that it is a baseline hard to beat: it is told which conversation and which
 * agent, no two clients ever meet on a conversation, and its log entry holds next to no facts.
 */
export async function fillBaseline(admin: Client, conversations: number): Promise<BaselineWork> {
  const { organizationId, channelId, queueIds, agentIds } = await fillOrganization(admin, { agents, capacity: 1000, customers: 1000, teams: 1 });
  for (const [table, column] of [["agent", "user_id"], ["\"user\"", "id"]] as const) {
    await admin.query(
      `UPDATE ${table} a SET ${column} = ${idOf("n.n")} FROM unnest($2::uuid[]) WITH ORDINALITY AS n (id, n)
       WHERE a.organization_id = $1 AND a.${column} = n.id`,
      [organizationId, agentIds],
    );
  }
  await admin.query(
    `INSERT INTO conversation (organization_id, id, customer_id, intake_customer_id, channel_id, queue_id)
     SELECT $1, ${idOf("i")}, c.id, c.id, $2, $3 FROM generate_series(1, $4::bigint) i
     JOIN customer c ON c.organization_id = $1 AND c.external_id = (1 + i % 1000)::text`,
    [organizationId, channelId, queueIds[0], conversations],
  );
  await settleTables(admin);
  return { statement: assignOne(organizationId), agents };
}

function assignOne(organizationId: string): string {
  const organization = `'${organizationId}'::uuid`;
  return `
    WITH claimed AS (
      UPDATE conversation SET routing_state = 'assigned', assignee_id = ${idOf(":agent::bigint")}, assigned_at = clock_timestamp(),
        normal_reason = 'no_dedicated_agent', revision = revision + 1
      WHERE organization_id = ${organization} AND id = ${idOf(":conversation::bigint")} AND routing_state = 'pending'
      RETURNING id, weight),
    taken AS (
      UPDATE agent SET load = load + claimed.weight, last_assigned_at = clock_timestamp() FROM claimed
      WHERE organization_id = ${organization} AND user_id = ${idOf(":agent::bigint")} AND status = 'available' AND load + claimed.weight <= 1000
      RETURNING user_id)
    INSERT INTO routing_log (organization_id, id, conversation_id, at, outcome, reason, normal_routing, agent_id, facts)
    SELECT ${organization}, uuidv7(), claimed.id, clock_timestamp(), 'assigned', 'no_dedicated_agent', 'most_room', taken.user_id, '{"weight": 1}'
    FROM claimed, taken`.replaceAll(/\s+/g, " ").trim();
}
