import type { Pool, PoolClient } from "pg";
import type { DecisionFacts, Refusal, RoutableAgent, Snapshot } from "../routing/model";
import type { HandFacts } from "../routing/log-entry";
import { loadAgents } from "../store/agents";
import { conversationColumns, toFacts, type ConversationRow } from "../store/conversation-row";
import { forgetStructure, loadStructure } from "../store/structure";
import { stillDue } from "./still-due";

/** A conversation as its row says, with the link that its customer has. */
export interface ObservedConversation extends Omit<ConversationRow, "routing_state"> {
  readonly routing_state: "pending" | "waiting" | "in_line" | "offered" | "assigned" | "out";
  readonly state: "open" | "snoozed" | "done";
  readonly assignee_id: string | null;
  readonly offered_to_id: string | null;
  readonly offer_until: Date | null;
  readonly snoozed_until: Date | null;
  readonly customer_id: string;
  readonly intake_customer_id: string;
  readonly linked_agent_id: string | null;
  readonly intake_is_merged: boolean;
}

export interface ObservedAgent {
  readonly id: string;
  readonly load: number;
  /** Sum of the weights of what they hold and are offered. */
  readonly held: number;
  readonly own_capacity: number | null;
  readonly status: RoutableAgent["status"];
}

export interface ObservedEntry {
  readonly id: string;
  readonly conversation_id: string;
  readonly at: Date;
  readonly outcome: ObservedConversation["routing_state"];
  readonly reason: string;
  readonly normal_routing: string | null;
  readonly agent_id: string | null;
  readonly facts: DecisionFacts | HandFacts;
}

/** One organization, whole, at one instant at which nothing was due. */
export interface Observed {
  readonly now: number;
  /** All that stands, and not only what a pass would look at. */
  readonly snapshot: Snapshot;
  /** All that are not done, and those that were asked for. */
  readonly conversations: readonly ObservedConversation[];
  readonly agents: readonly ObservedAgent[];
  /** Log entries that were not there before. */
  readonly entries: readonly ObservedEntry[];
  /** All there are; null: not counted. */
  readonly entryCount: number | null;
  readonly customStatusIds: readonly string[];
  /** What the triggers of the storm have noted. */
  readonly noted: readonly string[];
}

interface Look {
  readonly organizationId: string;
  /** Done or not. */
  readonly conversationIds: readonly string[];
  /** Log entries are looked for from this id on, and those known are left out. */
  readonly entriesFrom: string;
  readonly knownEntries: ReadonlySet<string>;
  /** Whether to count them all, those seen before too. */
  readonly countsEntries: boolean;
}

/** @returns null when something was due at that instant: the router has not caught up. */
export async function observe(pool: Pool, look: Look): Promise<Observed | null> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // The first statement takes the snapshot, and reads the clock after it: nothing seen is later than it.
    const { rows } = await client.query<{ now: Date }>("SELECT date_trunc('milliseconds', clock_timestamp()) AS now");
    const now = rows[0]?.now ?? null;
    const due = await stillDue(client, { organizationId: look.organizationId, now });
    const observed = now === null || due.length > 0 ? null : await observeWhole(client, look, now.getTime());
    await client.query("COMMIT");
    client.release();
    return observed;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function observeWhole(client: PoolClient, look: Look, now: number): Promise<Observed> {
  const { organizationId } = look;
  const conversations = await loadConversations(client, look);
  // As somebody who has never seen the organization: what a process remembers of it must be no other.
  forgetStructure(organizationId);
  const structure = await loadStructure(client, organizationId, -1);
  const { agents } = await loadAgents(client, organizationId, structure);
  const { rows: held } = await client.query<ObservedAgent & { noted: string[] | null; status_ids: string[] | null }>(
    `SELECT a.user_id AS id, a.load, a.own_capacity, a.status,
       coalesce((SELECT sum(c.weight)::int FROM conversation c
         WHERE c.organization_id = $1 AND c.state = 'open' AND coalesce(c.assignee_id, c.offered_to_id) = a.user_id), 0) AS held,
       (SELECT array_agg(v.what) FROM storm_note v WHERE v.organization_id = $1) AS noted,
       (SELECT array_agg(s.id::text ORDER BY s.id) FROM custom_status s WHERE s.organization_id = $1) AS status_ids
     FROM agent a WHERE a.organization_id = $1 ORDER BY a.user_id`,
    [organizationId],
  );
  return {
    now,
    snapshot: {
      now,
      settings: structure.settings,
      channels: structure.channels,
      queues: structure.queues,
      agents,
      conversations: conversations.flatMap(standing),
    },
    conversations,
    agents: held,
    entries: await loadEntries(client, look),
    entryCount: look.countsEntries ? await countEntries(client, organizationId) : null,
    customStatusIds: held[0]?.status_ids ?? [],
    noted: held[0]?.noted ?? [],
  };
}

function standing({ routing_state, ...row }: ObservedConversation) {
  return routing_state === "pending" || routing_state === "waiting" || routing_state === "in_line" ? [toFacts({ ...row, routing_state })] : [];
}

async function loadConversations(client: PoolClient, { organizationId, conversationIds }: Look): Promise<readonly ObservedConversation[]> {
  const { rows } = await client.query<ObservedConversation & { refusals: Refusal[] | null }>(
    `SELECT ${conversationColumns}, c.state, c.assignee_id, c.offered_to_id, c.offer_until, c.snoozed_until, c.customer_id, c.intake_customer_id,
       k.dedicated_agent_id AS linked_agent_id, k.merged_into_id IS NOT NULL AS intake_is_merged
     FROM conversation c JOIN customer k ON k.organization_id = c.organization_id AND k.id = c.intake_customer_id
     WHERE c.organization_id = $1 AND (c.state <> 'done' OR c.id = ANY ($2::uuid[]))
     ORDER BY c.id`,
    [organizationId, [...conversationIds]],
  );
  return rows;
}

async function loadEntries(client: PoolClient, { organizationId, entriesFrom, knownEntries }: Look): Promise<readonly ObservedEntry[]> {
  const { rows: ids } = await client.query<{ id: string }>("SELECT id FROM routing_log WHERE organization_id = $1 AND id >= $2", [organizationId, entriesFrom]);
  const fresh = ids.map(({ id }) => id).filter((id) => !knownEntries.has(id));
  if (fresh.length === 0) return [];
  const { rows } = await client.query<ObservedEntry>(
    `SELECT id, conversation_id, at, outcome, reason, normal_routing, agent_id, facts FROM routing_log
     WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY at, id`,
    [organizationId, fresh],
  );
  return rows;
}

async function countEntries(client: PoolClient, organizationId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM routing_log WHERE organization_id = $1", [organizationId]);
  return rows[0]?.count ?? 0;
}
