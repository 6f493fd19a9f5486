import type { PoolClient } from "pg";
import type { AgentStatus, RoutableAgent } from "../routing/model";
import type { Structure } from "./structure";

/** An agent for a pass, with the marks by which a pass is due. */
export interface AgentRow extends RoutableAgent {
  readonly changes: number;
  readonly changesRouted: number;
}

export interface LoadedAgents {
  /** The database's clock, epoch ms; read after the lock was got, because waiting for it takes time. */
  readonly now: number;
  readonly agents: readonly AgentRow[];
  /** Agents who are not in the structure: it is older than they are. */
  readonly areUnknown: boolean;
  /** Conversations that take more than 1 wait: only then one may not fit beside room that there is (§2 edge 8). */
  readonly haveHeavyWaiters: boolean;
}

/** One agent's row as an array: five times cheaper to read than columns, for a thousand of them in each pass. */
type Packed = readonly [
  id: string,
  status: AgentStatus,
  load: number,
  ownCapacity: number | null,
  lastAssignedAt: number | null,
  statusSince: number,
  customStatusId: string | null,
  changes: number,
  changesRouted: number,
];

/** Loads how all agents of the organization stand now. */
export async function loadAgents(client: PoolClient, organizationId: string, structure: Structure): Promise<LoadedAgents> {
  const { rows } = await client.query<{ now: Date; have_heavy_waiters: boolean; agents: Packed[] | null }>({
    name: "load-agents",
    text: `
      SELECT date_trunc('milliseconds', clock_timestamp()) AS now,
        EXISTS (SELECT 1 FROM conversation c WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.weight > 1) AS have_heavy_waiters,
        (SELECT json_agg(json_build_array(a.user_id, a.status, a.load, a.own_capacity,
            (extract(epoch FROM a.last_assigned_at) * 1000)::bigint, (extract(epoch FROM a.status_since) * 1000)::bigint,
            a.custom_status_id, a.changes, a.changes_routed))
          FROM agent a WHERE a.organization_id = $1) AS agents`,
    values: [organizationId],
  });
  const row = rows[0];
  if (!row) throw new Error("The database gave no clock.");
  const packed = row.agents ?? [];
  return {
    now: row.now.getTime(),
    agents: packed.map((agent) => unpack(agent, structure)),
    areUnknown: packed.some(([id]) => !structure.members.has(id)),
    haveHeavyWaiters: row.have_heavy_waiters,
  };
}

function unpack([id, status, load, ownCapacity, lastAssignedAt, statusSince, customStatusId, changes, changesRouted]: Packed, structure: Structure): AgentRow {
  const member = structure.members.get(id);
  const customStatus = customStatusId === null ? undefined : structure.customStatuses.get(customStatusId);
  return {
    id,
    isRoutable: member?.isRoutable ?? false,
    status,
    ...(customStatus !== undefined && { customStatus }),
    load,
    capacity: ownCapacity ?? member?.teamCapacity ?? 0,
    lastAssignedAt,
    queueIds: member?.queueIds ?? [],
    ...(member && member.overflowQueueIds.length > 0 && { overflowQueueIds: member.overflowQueueIds }),
    statusSince,
    changes,
    changesRouted,
  };
}
