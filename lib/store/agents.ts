import type { PoolClient } from "pg";
import type { AgentStatus, RoutableAgent } from "../routing/model";
import type { Structure } from "./structure";

/** An agent for a pass, with the marks by which a pass is due. */
export interface AgentRow extends RoutableAgent {
  readonly changes: number;
  readonly changesRouted: number;
}

export interface LoadedAgents {
  readonly agents: readonly AgentRow[];
  /** Agents who are not in the structure: it is older than they are. */
  readonly areUnknown: boolean;
  /** Conversations that take more than 1 wait: only then one may not fit beside room that there is (§2 edge 8). */
  readonly haveHeavyWaiters: boolean;
  /** The database's clock once the agents were read, epoch ms; null: there are none. */
  readonly now: number | null;
}

/** A row as an array, with instants in epoch ms: half as dear to read as named columns and dates, for all agents in each pass. */
type Row = [
  id: string,
  status: AgentStatus,
  load: number,
  ownCapacity: number | null,
  lastAssignedAt: number | null,
  statusSince: number,
  customStatusId: string | null,
  changes: number,
  changesRouted: number,
  haveHeavyWaiters: boolean,
  now: number,
];

/** Loads how all agents of the organization stand now. */
export async function loadAgents(client: PoolClient, organizationId: string, structure: Structure): Promise<LoadedAgents> {
  const { rows } = await client.query<Row>({
    name: "load-agents",
    rowMode: "array",
    text: `
      SELECT a.user_id, a.status, a.load, a.own_capacity, date_part('epoch', a.last_assigned_at) * 1000, date_part('epoch', a.status_since) * 1000,
        a.custom_status_id, a.changes, a.changes_routed,
        (SELECT EXISTS (SELECT 1 FROM conversation c WHERE c.organization_id = $1 AND c.routing_state = 'waiting' AND c.weight > 1)),
        (SELECT date_part('epoch', clock_timestamp()) * 1000)
      FROM agent a WHERE a.organization_id = $1`,
    values: [organizationId],
  });
  return {
    agents: rows.map((row) => toAgent(row, structure)),
    areUnknown: rows.some(([id]) => !structure.members.has(id)),
    haveHeavyWaiters: rows[0]?.[9] ?? false,
    now: rows[0] === undefined ? null : Math.floor(rows[0][10]),
  };
}

function toAgent([id, status, load, ownCapacity, lastAssignedAt, statusSince, customStatusId, changes, changesRouted]: Row, structure: Structure): AgentRow {
  const member = structure.members.get(id);
  const customStatus = customStatusId === null ? undefined : structure.customStatuses.get(customStatusId);
  return {
    id,
    isRoutable: member?.isRoutable ?? false,
    status,
    ...(customStatus !== undefined && { customStatus }),
    load,
    capacity: ownCapacity ?? member?.teamCapacity ?? 0,
    lastAssignedAt: lastAssignedAt === null ? null : Math.round(lastAssignedAt),
    queueIds: member?.queueIds ?? [],
    ...(member && member.overflowQueueIds.length > 0 && { overflowQueueIds: member.overflowQueueIds }),
    statusSince: Math.round(statusSince),
    changes,
    changesRouted,
  };
}
