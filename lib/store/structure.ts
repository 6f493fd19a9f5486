import type { PoolClient } from "pg";
import type { ChannelFacts, QueueFacts, QueueStrategy, SettingsFacts, WhenAgentAbsent } from "../routing/model";
import { shared } from "./shared";

/** What every decision of one organization rests on, and what changes so rarely that it is remembered between passes. */
export interface Structure {
  readonly settings: SettingsFacts;
  readonly channels: readonly ChannelFacts[];
  readonly queues: readonly QueueFacts[];
  readonly members: ReadonlyMap<string, Member>;
  /** Names of the organization's own statuses. */
  readonly customStatuses: ReadonlyMap<string, string>;
}

/** An agent as users, permission sets and teams have them. */
export interface Member {
  readonly isRoutable: boolean;
  /** The largest of their routing-enabled teams (the routing contract, §1 "capacity"). */
  readonly teamCapacity: number;
  readonly queueIds: readonly string[];
  readonly overflowQueueIds: readonly string[];
}

/** Organizations whose structure one process remembers; those that come back after more than so many others load it anew. */
const remembered = 1000;

function cache(): Map<string, { readonly changes: number; readonly structure: Structure }> {
  return shared("structures", () => new Map());
}

/**
 * The structure as it is under the organization's lock. Whoever changes it counts up the router row's `changes` in the
 * same transaction, because a pass must follow: so the same count means the same structure.
 */
export async function loadStructure(client: PoolClient, organizationId: string, changes: number): Promise<Structure> {
  const known = cache().get(organizationId);
  if (known?.changes === changes) return known.structure;
  const structure = { ...(await loadRules(client, organizationId)), members: await loadMembers(client, organizationId) };
  const all = cache();
  all.delete(organizationId);
  all.set(organizationId, { changes, structure });
  const oldest = all.size > remembered ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  return structure;
}

interface RulesRow {
  readonly version: number;
  readonly dedicated_agent_enabled: boolean;
  readonly accept_timeout_seconds: number | null;
  readonly channels: { id: string; is_enabled: boolean; timeout_seconds: number; when_agent_absent: WhenAgentAbsent }[];
  readonly queues: { id: string; strategy: QueueStrategy; overflow_after_seconds: number | null }[];
  readonly custom_statuses: Record<string, string>;
}

async function loadRules(client: PoolClient, organizationId: string): Promise<Omit<Structure, "members">> {
  const { rows } = await client.query<RulesRow>({
    name: "structure-rules",
    text: `
      SELECT s.version, s.dedicated_agent_enabled,
        CASE s.assigning WHEN 'agents_accept' THEN s.accept_timeout_seconds END AS accept_timeout_seconds,
        coalesce((SELECT json_agg(json_build_object('id', c.id, 'is_enabled', c.is_enabled,
            'timeout_seconds', c.dedicated_timeout_seconds, 'when_agent_absent', c.when_agent_absent))
          FROM channel c WHERE c.organization_id = $1), '[]') AS channels,
        coalesce((SELECT json_agg(json_build_object('id', q.id, 'strategy', q.strategy, 'overflow_after_seconds', q.overflow_after_seconds))
          FROM queue q WHERE q.organization_id = $1), '[]') AS queues,
        coalesce((SELECT json_object_agg(n.id, n.name) FROM custom_status n WHERE n.organization_id = $1), '{}') AS custom_statuses
      FROM routing_settings s
      WHERE s.organization_id = $1`,
    values: [organizationId],
  });
  const row = rows[0];
  if (!row) throw new Error(`organization ${organizationId} has no routing settings`);
  return {
    settings: {
      version: row.version,
      dedicatedAgentEnabled: row.dedicated_agent_enabled,
      ...(row.accept_timeout_seconds !== null && { acceptTimeoutSeconds: row.accept_timeout_seconds }),
    },
    channels: row.channels.map((channel) => ({
      id: channel.id,
      isEnabled: channel.is_enabled,
      timeoutSeconds: channel.timeout_seconds,
      whenAgentAbsent: channel.when_agent_absent,
    })),
    queues: row.queues.map((queue) => ({
      id: queue.id,
      strategy: queue.strategy,
      ...(queue.overflow_after_seconds !== null && { overflowAfterSeconds: queue.overflow_after_seconds }),
    })),
    customStatuses: new Map(Object.entries(row.custom_statuses)),
  };
}

async function loadMembers(client: PoolClient, organizationId: string): Promise<ReadonlyMap<string, Member>> {
  const { rows } = await client.query<{
    id: string; is_routable: boolean; capacity: number | null; queue_ids: string[] | null; overflow_queue_ids: string[] | null;
  }>({
    name: "structure-members",
    text: `
      SELECT a.user_id AS id, u.is_active AND ('conversation.be_routed' = ANY (p.permissions) OR EXISTS (
          SELECT 1 FROM added_permission_set s
          JOIN permission_set p ON p.organization_id = s.organization_id AND p.id = s.permission_set_id
          WHERE s.organization_id = u.organization_id AND s.user_id = u.id AND 'conversation.be_routed' = ANY (p.permissions))) AS is_routable,
        t.capacity, t.queue_ids, t.overflow_queue_ids
      FROM agent a
      JOIN "user" u ON u.organization_id = a.organization_id AND u.id = a.user_id
      JOIN permission_set p ON p.organization_id = u.organization_id AND p.id = u.permission_set_id
      LEFT JOIN (
        SELECT m.user_id, max(t.capacity) AS capacity,
          array_agg(DISTINCT q.queue_id::text) FILTER (WHERE NOT q.is_overflow) AS queue_ids,
          array_agg(DISTINCT q.queue_id::text) FILTER (WHERE q.is_overflow) AS overflow_queue_ids
        FROM team_member m
        JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id AND t.routing_enabled
        LEFT JOIN team_queue q ON q.organization_id = t.organization_id AND q.team_id = t.id
        WHERE m.organization_id = $1
        GROUP BY m.user_id) t ON t.user_id = a.user_id
      WHERE a.organization_id = $1`,
    values: [organizationId],
  });
  return new Map(
    rows.map((row) => {
      const queueIds = row.queue_ids ?? [];
      const overflowQueueIds = (row.overflow_queue_ids ?? []).filter((id) => !queueIds.includes(id));
      return [row.id, { isRoutable: row.is_routable, teamCapacity: row.capacity ?? 0, queueIds, overflowQueueIds }];
    }),
  );
}

/** Loads it anew at the next use. */
export function forgetStructure(organizationId: string): void {
  cache().delete(organizationId);
}
