import type { PoolClient } from "pg";
import { conversationColumns as columns, type ConversationRow } from "./conversation-row";

/** How many are looked at for each agent: enough to see who is passed over. */
const perAgent = 5;

/**
 * Those who wait for these agents but do not fit the room that is left: they may be passed over, or hold it (the routing
 * contract, §2 edge 8). What takes 1 fits wherever anything does.
 *
 * @param roomByAgent what the plan leaves each
 */
export async function unfitWaiters(client: PoolClient, organizationId: string, roomByAgent: ReadonlyMap<string, number>): Promise<readonly ConversationRow[]> {
  const { rows } = await client.query<ConversationRow>({
    name: "unfit-waiters",
    text: `
      SELECT ${columns}
      FROM unnest($2::uuid[], $3::int[]) AS f (agent_id, room)
      CROSS JOIN LATERAL (
        SELECT c.* FROM conversation c
        WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = f.agent_id
          AND c.weight > 1 AND c.weight > f.room
        ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT $4) c`,
    values: [organizationId, [...roomByAgent.keys()], [...roomByAgent.values()], perAgent],
  });
  return rows;
}
