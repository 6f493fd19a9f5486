import type { PoolClient } from "pg";
import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import type { ChannelFacts, RoutableAgent } from "../routing/model";
import type { ConversationRow } from "./snapshot";

/** How many conversations of a kind one pass takes at most; the rest are taken by the next pass, which follows at once. */
const limit = 1000;
/** How many waiters that do not fit an agent's room are looked at: enough to see who is passed over (edge 8). */
const unfitLimit = 5;

export interface Frontier {
  readonly rows: readonly ConversationRow[];
  readonly cutOff: {
    /** More conversations to decide, or ended waits, than were loaded. */
    readonly byLimit: boolean;
    /** Agents with more waiters than were loaded; if they have room left after the plan, another pass must follow. */
    readonly agentIds: ReadonlySet<string>;
    /** Queues with more in line than were loaded; likewise. */
    readonly queueIds: ReadonlySet<string>;
  };
}

interface Scope {
  readonly organizationId: string;
  readonly now: number;
  readonly agents: readonly RoutableAgent[];
  readonly channels: readonly ChannelFacts[];
}

/**
 * The conversations about which something can be decided now, each found at the head of a partial index, never by
 * walking the backlog: those to be decided, those whose wait has ended, those whose dedicated agent has room or is
 * gone, and the first in line of each queue and weight up to the room there is.
 */
export async function frontier(client: PoolClient, scope: Scope): Promise<Frontier> {
  const free = scope.agents.filter((agent) => isAvailable(agent) && roomOf(agent) > 0);
  // A busy agent counts as present without room: their waiters stay (the routing contract, §2).
  const gone = scope.agents.filter((agent) => !agent.isRoutable);
  const absent = scope.agents.filter((agent) => agent.isRoutable && (agent.status === "unavailable" || agent.status === "offline"));
  const queueRoom = roomByQueue(free);

  const { rows } = await client.query<ConversationRow & { part: string; at_limit: boolean }>({
    name: "frontier",
    text: frontierSql,
    values: [
      scope.organizationId,
      new Date(scope.now),
      limit,
      unfitLimit,
      free.map((agent) => agent.id),
      free.map(roomOf),
      [...gone, ...absent].map((agent) => agent.id),
      [...gone.map(() => true), ...absent.map(() => false)],
      scope.channels.filter((channel) => channel.whenAgentAbsent === "route").map((channel) => channel.id),
      queueRoom.map((queue) => queue.id),
      queueRoom.map((queue) => Math.min(queue.total, limit)),
      queueRoom.map((queue) => queue.largest),
    ],
  });
  // A waiter may be found twice: its wait has ended, and its agent has room.
  const unique = new Map(rows.map((row) => [row.id, row]));
  return { rows: [...unique.values()], cutOff: cutOffOf(rows) };
}

function cutOffOf(rows: readonly (ConversationRow & { part: string; at_limit: boolean })[]): Frontier["cutOff"] {
  const counts = new Map<string, number>();
  const agentIds = new Set<string>();
  const queueIds = new Set<string>();
  for (const row of rows) {
    counts.set(row.part, (counts.get(row.part) ?? 0) + 1);
    if (!row.at_limit) continue;
    if (row.part === "fits" && row.dedicated_agent_id) agentIds.add(row.dedicated_agent_id);
    if (row.part === "in_line") queueIds.add(row.queue_id);
  }
  const isFull = (part: string) => (counts.get(part) ?? 0) >= limit;
  // Absent agents' waiters are limited by agent, so any of them at the limit counts.
  const byLimit = isFull("pending") || isFull("ended") || rows.some((row) => row.part === "absent" && row.at_limit);
  return { byLimit, agentIds, queueIds };
}

function roomByQueue(free: readonly RoutableAgent[]) {
  const queues = new Map<string, { id: string; total: number; largest: number }>();
  for (const agent of free) {
    const room = roomOf(agent);
    for (const id of agent.queueIds) {
      const queue = queues.get(id) ?? { id, total: 0, largest: 0 };
      queues.set(id, { id, total: queue.total + room, largest: Math.max(queue.largest, room) });
    }
  }
  return [...queues.values()];
}

const columns = `c.id, c.revision, c.routing_state, c.channel_id, c.queue_id, c.weight, c.priority, c.entered_at, c.dedicated_agent_id,
  c.wait_began_at, c.wait_until, c.passed_over_since, c.is_routed_now, c.normal_reason`;

/**
 * $1 organization, $2 now, $3 limit, $4 unfit limit, $5/$6 agents with room and their room, $7/$8 agents who are away
 * and whether for good, $9 channels that route at once when the agent is away, $10/$11/$12 queues with the room of
 * those who serve them, all in all and at most.
 */
const frontierSql = `
  (SELECT 'pending' AS part, false AS at_limit, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'pending'
    ORDER BY c.priority, c.entered_at, c.id LIMIT $3)
  UNION ALL
  (SELECT 'ended', false, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.wait_until <= $2
    ORDER BY c.wait_until, c.id LIMIT $3)
  UNION ALL
  SELECT 'fits', c.nth = f.room, ${columns}
  FROM unnest($5::uuid[], $6::int[]) AS f (agent_id, room)
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = f.agent_id AND c.weight <= f.room
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT f.room) c
  UNION ALL
  SELECT 'unfit', false, ${columns}
  FROM unnest($5::uuid[], $6::int[]) AS f (agent_id, room)
  CROSS JOIN LATERAL (
    SELECT c.* FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = f.agent_id AND c.weight > f.room
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT $4) c
  UNION ALL
  SELECT 'absent', c.nth = $3, ${columns}
  FROM unnest($7::uuid[], $8::bool[]) AS a (agent_id, for_good)
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = a.agent_id
      AND (a.for_good OR c.channel_id = ANY ($9::uuid[]))
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT $3) c
  UNION ALL
  SELECT 'in_line', c.nth = q.room / w.weight, ${columns}
  FROM unnest($10::uuid[], $11::int[], $12::int[]) AS q (queue_id, room, largest)
  CROSS JOIN LATERAL (
    -- The weights that stand in this queue, by one index probe each.
    WITH RECURSIVE weights AS (
      (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'in_line' AND i.queue_id = q.queue_id ORDER BY i.weight LIMIT 1)
      UNION ALL
      SELECT (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'in_line' AND i.queue_id = q.queue_id AND i.weight > weights.weight
        ORDER BY i.weight LIMIT 1)
      FROM weights WHERE weights.weight IS NOT NULL)
    SELECT weight FROM weights WHERE weight <= q.largest) w
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'in_line' AND c.queue_id = q.queue_id AND c.weight = w.weight
    ORDER BY c.priority, c.entered_at, c.id LIMIT q.room / w.weight) c`;
