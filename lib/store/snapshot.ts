import type { PoolClient } from "pg";
import type { AgentStatus, ConversationFacts, QueueStrategy, RoutableAgent, Snapshot, WhenAgentAbsent } from "../routing/model";
import type { ReasonCode } from "../routing/reasons";
import { frontier, type Frontier } from "./frontier";

/** What one pass looks at, and what it needs to save its decisions onto exactly that. */
export interface LoadedSnapshot {
  readonly snapshot: Snapshot;
  /** Revision of each conversation in the snapshot. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Agents changed since the last pass, with the count this pass takes in. */
  readonly changedAgents: ReadonlyMap<string, number>;
  /** The organization's own count of changes, if this pass takes new ones in. */
  readonly changes: number | null;
  /** Where the frontier was cut off at a limit. */
  readonly cutOff: Frontier["cutOff"];
}

/**
 * Loads the frontier of one organization: its settings, its agents, and only the conversations about which something
 * can be decided now. The caller holds the organization's lock; the clock is read here, after it was got.
 */
export async function loadSnapshot(client: PoolClient, organizationId: string): Promise<LoadedSnapshot> {
  const rules = await loadRules(client, organizationId);
  const agents = await loadAgents(client, organizationId);
  const { rows, cutOff } = await frontier(client, { organizationId, now: rules.now, agents, channels: rules.channels });
  return {
    snapshot: {
      now: rules.now,
      settings: rules.settings,
      channels: rules.channels,
      queues: rules.queues,
      agents,
      conversations: rows.map(toFacts),
    },
    revisions: new Map(rows.map((row) => [row.id, row.revision])),
    changedAgents: new Map(agents.flatMap((agent) => (agent.changes === agent.changesRouted ? [] : [[agent.id, agent.changes]]))),
    changes: rules.changes === rules.changesRouted ? null : rules.changes,
    cutOff,
  };
}

export interface ConversationRow {
  readonly id: string;
  readonly revision: number;
  readonly routing_state: ConversationFacts["state"];
  readonly channel_id: string;
  readonly queue_id: string;
  readonly weight: number;
  readonly priority: number;
  readonly entered_at: Date;
  readonly dedicated_agent_id: string | null;
  readonly wait_began_at: Date | null;
  readonly wait_until: Date | null;
  readonly passed_over_since: Date | null;
  readonly is_routed_now: boolean;
  readonly normal_reason: ReasonCode | null;
}

function toFacts(row: ConversationRow): ConversationFacts {
  return {
    id: row.id,
    state: row.routing_state,
    channelId: row.channel_id,
    queueId: row.queue_id,
    weight: row.weight,
    priority: row.priority,
    enteredAt: row.entered_at.getTime(),
    dedicatedAgentId: row.dedicated_agent_id,
    waitBeganAt: row.wait_began_at?.getTime() ?? null,
    waitUntil: row.wait_until?.getTime() ?? null,
    passedOverSince: row.passed_over_since?.getTime() ?? null,
    isRoutedNow: row.is_routed_now,
    normalReason: row.normal_reason,
  };
}

interface RulesRow {
  readonly now: Date;
  readonly version: number;
  readonly dedicated_agent_enabled: boolean;
  readonly changes: number;
  readonly changes_routed: number;
  readonly channels: { id: string; is_enabled: boolean; timeout_seconds: number; when_agent_absent: WhenAgentAbsent }[];
  readonly queues: { id: string; strategy: QueueStrategy }[];
}

async function loadRules(client: PoolClient, organizationId: string) {
  const { rows } = await client.query<RulesRow>({
    name: "snapshot-rules",
    text: `
      SELECT date_trunc('milliseconds', clock_timestamp()) AS now, s.version, s.dedicated_agent_enabled, r.changes, r.changes_routed,
        coalesce((SELECT json_agg(json_build_object('id', c.id, 'is_enabled', c.is_enabled,
            'timeout_seconds', c.dedicated_timeout_seconds, 'when_agent_absent', c.when_agent_absent))
          FROM channel c WHERE c.organization_id = $1), '[]') AS channels,
        coalesce((SELECT json_agg(json_build_object('id', q.id, 'strategy', q.strategy))
          FROM queue q WHERE q.organization_id = $1), '[]') AS queues
      FROM organization_router r JOIN routing_settings s USING (organization_id)
      WHERE r.organization_id = $1`,
    values: [organizationId],
  });
  const row = rows[0];
  if (!row) throw new Error(`organization ${organizationId} has no routing settings`);
  return {
    now: row.now.getTime(),
    settings: { version: row.version, dedicatedAgentEnabled: row.dedicated_agent_enabled },
    changes: row.changes,
    changesRouted: row.changes_routed,
    channels: row.channels.map((channel) => ({
      id: channel.id,
      isEnabled: channel.is_enabled,
      timeoutSeconds: channel.timeout_seconds,
      whenAgentAbsent: channel.when_agent_absent,
    })),
    queues: row.queues,
  };
}

export interface AgentRow extends RoutableAgent {
  readonly changes: number;
  readonly changesRouted: number;
}

async function loadAgents(client: PoolClient, organizationId: string): Promise<AgentRow[]> {
  const { rows } = await client.query<{
    id: string; is_routable: boolean; status: AgentStatus; load: number; capacity: number;
    last_assigned_at: Date | null; queue_ids: string[] | null; changes: number; changes_routed: number;
  }>({
    name: "snapshot-agents",
    // Capacity: the agent's own, else the largest of their routing-enabled teams (the routing contract, §1).
    text: `
      SELECT a.user_id AS id, u.is_active AND 'conversation.be_routed' = ANY (p.permissions) AS is_routable,
        a.status, a.load, coalesce(a.own_capacity, t.capacity, 0) AS capacity, a.last_assigned_at, t.queue_ids,
        a.changes, a.changes_routed
      FROM agent a
      JOIN "user" u ON u.organization_id = a.organization_id AND u.id = a.user_id
      JOIN permission_set p ON p.organization_id = u.organization_id AND p.id = u.permission_set_id
      LEFT JOIN (
        SELECT m.user_id, max(t.capacity) AS capacity,
          array_agg(DISTINCT q.queue_id::text) FILTER (WHERE q.queue_id IS NOT NULL) AS queue_ids
        FROM team_member m
        JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id AND t.routing_enabled
        LEFT JOIN team_queue q ON q.organization_id = t.organization_id AND q.team_id = t.id
        WHERE m.organization_id = $1
        GROUP BY m.user_id) t ON t.user_id = a.user_id
      WHERE a.organization_id = $1`,
    values: [organizationId],
  });
  return rows.map((row) => ({
    id: row.id,
    isRoutable: row.is_routable,
    status: row.status,
    load: row.load,
    capacity: row.capacity,
    lastAssignedAt: row.last_assigned_at?.getTime() ?? null,
    queueIds: row.queue_ids ?? [],
    changes: row.changes,
    changesRouted: row.changes_routed,
  }));
}
