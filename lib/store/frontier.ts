import type { PoolClient } from "pg";
import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import type { ChannelFacts, RoutableAgent } from "../routing/model";
import { conversationColumns as columns, type ConversationRow } from "./conversation-row";

/** How many conversations of a kind one pass takes at most; the rest are taken by the next pass, which follows at once. */
const limit = 2500;

/** Where a limit cut off what was found. */
export interface CutOff {
  /** More conversations to decide, or ended waits, than were loaded. */
  readonly byLimit: boolean;
  /** Agents with more waiters than were loaded; if they have room left after the plan, another pass must follow. */
  readonly agentIds: ReadonlySet<string>;
  /** Queues with more in line than were loaded; likewise. */
  readonly queueIds: ReadonlySet<string>;
}

interface Scope {
  readonly organizationId: string;
  readonly now: number;
  /** Those for whom something may have become possible. */
  readonly agents: readonly RoutableAgent[];
  /** Conversations that take more than 1 wait. */
  readonly haveHeavyWaiters: boolean;
  readonly channels: readonly ChannelFacts[];
}

export type Found = ConversationRow & { readonly part: string; readonly at_limit: boolean };

/**
 * The conversations about which something can be decided now, each found at the head of a partial index, never by
 * walking the backlog. First those for which the clock or a fact has come: to be decided, with an ended wait, or to
 * overflow now.
 */
export async function findDue(client: PoolClient, { organizationId, now }: Pick<Scope, "organizationId" | "now">): Promise<readonly Found[]> {
  const { rows } = await client.query<Found>({ name: "frontier-due", text: dueSql, values: [organizationId, new Date(now), limit] });
  return rows;
}

/**
 * And for the agents of the scope, all at once: those who wait for one who has room, is gone or can never have it, and
 * the first in line of each queue and weight up to the room there is.
 */
export async function findForAgents(client: PoolClient, scope: Scope): Promise<readonly Found[]> {
  if (scope.agents.length === 0) return [];
  const free = scope.agents.filter((agent) => isAvailable(agent) && roomOf(agent) > 0);
  // A busy agent counts as present without room: their waiters stay (the routing contract, §2).
  const gone = scope.agents.filter((agent) => !agent.isRoutable || agent.capacity === 0);
  const present = scope.agents.filter((agent) => agent.isRoutable && agent.capacity > 0);
  const absent = present.filter((agent) => agent.status === "unavailable" || agent.status === "offline");
  // Only for what takes more than 1 a capacity may be too small (the routing contract, §2 edge 1).
  const heavy = scope.haveHeavyWaiters ? present : [];
  const lines = linesOf(free);
  const { rows } = await client.query<Found>({
    name: "frontier-for-agents",
    text: forAgentsSql,
    values: [
      scope.organizationId,
      limit,
      free.map((agent) => agent.id),
      free.map(roomOf),
      [...gone, ...absent].map((agent) => agent.id),
      [...gone.map(() => true), ...absent.map(() => false)],
      scope.channels.filter((channel) => channel.whenAgentAbsent === "route").map((channel) => channel.id),
      lines.map((line) => line.queueId),
      lines.map((line) => Math.min(line.total, limit)),
      lines.map((line) => line.largest),
      lines.map((line) => line.isOverflow),
      heavy.map((agent) => agent.id),
      heavy.map((agent) => agent.capacity),
      heavy.map((agent) => (isAvailable(agent) ? roomOf(agent) : 0)),
    ],
  });
  return rows;
}

export function cutOffOf(rows: readonly Found[]): CutOff {
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
  // Those who can wait no more are limited by agent, so any of them at the limit counts.
  const byLimit = isFull("pending") || isFull("ended") || isFull("overflowing") || rows.some((row) => leaves.has(row.part) && row.at_limit);
  return { byLimit, agentIds, queueIds };
}

const leaves: ReadonlySet<string> = new Set(["absent", "never_fits"]);

interface Line {
  readonly queueId: string;
  readonly isOverflow: boolean;
  /** Of all who may take something from that queue, as a team of its own or by overflow: what one of them takes makes way for the next. */
  readonly total: number;
  /** The most that one of them has. */
  readonly largest: number;
}

/** The lines these agents may take from: a queue's whole line where one serves it, and what has overflowed where one may take that. */
function linesOf(free: readonly RoutableAgent[]): readonly Line[] {
  const rooms = new Map<string, { total: number; largest: number }>();
  for (const agent of free) {
    const room = roomOf(agent);
    for (const id of new Set([...agent.queueIds, ...(agent.overflowQueueIds ?? [])])) {
      const { total, largest } = rooms.get(id) ?? { total: 0, largest: 0 };
      rooms.set(id, { total: total + room, largest: Math.max(largest, room) });
    }
  }
  const own = new Set(free.flatMap((agent) => agent.queueIds));
  const others = new Set(free.flatMap((agent) => agent.overflowQueueIds ?? []));
  return [...rooms].flatMap(([queueId, room]) => [
    ...(own.has(queueId) ? [{ ...room, queueId, isOverflow: false }] : []),
    ...(others.has(queueId) ? [{ ...room, queueId, isOverflow: true }] : []),
  ]);
}

/** $1 organization, $2 now, $3 limit. */
const dueSql = `
  (SELECT 'pending' AS part, false AS at_limit, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'pending'
    ORDER BY c.priority, c.entered_at, c.id LIMIT $3)
  UNION ALL
  (SELECT 'ended', false, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.wait_until <= $2
    ORDER BY c.wait_until, c.id LIMIT $3)
  UNION ALL
  (SELECT 'overflowing', false, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'in_line' AND NOT c.is_overflowed AND c.overflow_at IS NOT NULL AND c.overflow_at <= $2
    ORDER BY c.overflow_at, c.id LIMIT $3)`;

/** The weights that stand in a queue, by one index probe each. */
function weightsOf(condition: string): string {
  return `
    WITH RECURSIVE weights AS (
      (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'in_line' AND ${condition} AND i.refusals IS NULL AND i.queue_id = q.queue_id
        ORDER BY i.weight LIMIT 1)
      UNION ALL
      SELECT (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'in_line' AND ${condition} AND i.refusals IS NULL AND i.queue_id = q.queue_id
          AND i.weight > weights.weight
        ORDER BY i.weight LIMIT 1)
      FROM weights WHERE weights.weight IS NOT NULL)
    SELECT weight FROM weights WHERE weight <= q.largest`;
}

/** The weights above 1 that wait for an agent and fit the room there is, by one index probe each. */
const heavyWeights = `
    WITH RECURSIVE weights AS (
      (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'waiting' AND i.weight > 1 AND i.dedicated_agent_id = h.agent_id
        ORDER BY i.weight LIMIT 1)
      UNION ALL
      SELECT (SELECT i.weight FROM conversation i
        WHERE i.organization_id = $1 AND i.routing_state = 'waiting' AND i.weight > 1 AND i.dedicated_agent_id = h.agent_id
          AND i.weight > weights.weight
        ORDER BY i.weight LIMIT 1)
      FROM weights WHERE weights.weight < h.room)
    SELECT weight FROM weights WHERE weight <= h.room`;

/** Heads of the lines of those queues that are `isOverflow`: what has stood in line long enough is for other teams too. */
function headsOfLines(isOverflow: boolean): string {
  const condition = isOverflow ? "i.is_overflowed" : "true";
  return `
  SELECT 'in_line', c.nth = q.room / w.weight, ${columns}
  FROM (SELECT * FROM unnest($8::uuid[], $9::int[], $10::int[], $11::bool[]) AS q (queue_id, room, largest, is_overflow)
    WHERE is_overflow = ${isOverflow}) q
  CROSS JOIN LATERAL (${weightsOf(condition)}) w
  CROSS JOIN LATERAL (
    SELECT i.*, row_number() OVER (ORDER BY i.priority, i.entered_at, i.id) AS nth FROM conversation i
    WHERE i.organization_id = $1 AND i.routing_state = 'in_line' AND ${condition} AND i.refusals IS NULL
      AND i.queue_id = q.queue_id AND i.weight = w.weight
    ORDER BY i.priority, i.entered_at, i.id LIMIT q.room / w.weight) c`;
}

/**
 * $1 organization, $2 limit, $3/$4 agents with room and their room, $5/$6 agents who are away and whether for good,
 * $7 channels that route at once when the agent is away, $8/$9/$10/$11 queues with the room of those who may take from them,
 * all in all and at most, and whether only what has overflowed, $12/$13/$14 agents for whom something heavy may wait, their capacity and
 * their room.
 *
 * Of those who wait for an agent the first of each weight, as many as would fill the room: whoever the plan may take is
 * among them, whatever the weights of those before.
 */
const forAgentsSql = `
  SELECT 'fits' AS part, c.nth = f.room AS at_limit, ${columns}
  FROM unnest($3::uuid[], $4::int[]) AS f (agent_id, room)
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = f.agent_id AND c.weight = 1
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT f.room) c
  UNION ALL
  SELECT 'fits', c.nth = h.room / w.weight, ${columns}
  FROM (SELECT * FROM unnest($12::uuid[], $13::int[], $14::int[]) AS h (agent_id, capacity, room) WHERE room > 1) h
  CROSS JOIN LATERAL (${heavyWeights}) w
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.weight > 1 AND c.dedicated_agent_id = h.agent_id AND c.weight = w.weight
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT h.room / w.weight) c
  UNION ALL
  SELECT 'absent', c.nth = $2, ${columns}
  FROM unnest($5::uuid[], $6::bool[]) AS a (agent_id, for_good)
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = a.agent_id
      AND (a.for_good OR c.channel_id = ANY ($7::uuid[]))
    ORDER BY c.priority, c.wait_began_at, c.entered_at, c.id LIMIT $2) c
  UNION ALL
  SELECT 'never_fits', c.nth = $2, ${columns}
  FROM unnest($12::uuid[], $13::int[], $14::int[]) AS s (agent_id, capacity, room)
  CROSS JOIN LATERAL (
    SELECT c.*, row_number() OVER (ORDER BY c.weight) AS nth FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.dedicated_agent_id = s.agent_id
      AND c.weight > 1 AND c.weight > s.capacity
    ORDER BY c.weight LIMIT $2) c
  UNION ALL ${headsOfLines(false)}
  UNION ALL ${headsOfLines(true)}
  UNION ALL
  -- What somebody refused is not everybody's to take; there is little of it, so it is looked at whole.
  (SELECT 'refused', false, ${columns} FROM conversation c
    WHERE c.organization_id = $1 AND c.routing_state = 'in_line' AND c.refusals IS NOT NULL AND cardinality($3::uuid[]) > 0
    ORDER BY c.priority, c.entered_at, c.id LIMIT $2)`;
