import type { PoolClient } from "pg";
import { isGiven, type Decision } from "../routing/model";
import { newId } from "./new-id";
import type { LockedPass } from "./pass-transaction";
import type { LoadedSnapshot } from "./snapshot";

export interface Saved {
  readonly decisions: readonly Decision[];
  /** Decisions that facts of the meantime overtook; the next pass decides those conversations afresh. */
  readonly overtaken: number;
}

/**
 * Saves all decisions of a pass with set-based statements, in the caller's transaction: only onto the revision each
 * was made from, and only to agents who still are available with that much room. Locks conversations first, then
 * agents, each in the order of ids, as every other transaction does.
 */
export async function saveDecisions(
  { client, organizationId }: LockedPass,
  loaded: LoadedSnapshot,
  decisions: readonly Decision[],
): Promise<Saved> {
  const untouched = await lockConversations(client, organizationId, loaded, decisions);
  const standing = decisions.filter((decision) => untouched.has(decision.conversationId));
  const kept = await takeRoom(client, organizationId, loaded, standing);
  await writeConversations(client, organizationId, loaded.snapshot.now, kept);
  await writeLog(client, organizationId, kept);
  return { decisions: kept, overtaken: decisions.length - kept.length };
}

async function lockConversations(
  client: PoolClient,
  organizationId: string,
  loaded: LoadedSnapshot,
  decisions: readonly Decision[],
): Promise<ReadonlySet<string>> {
  if (decisions.length === 0) return new Set();
  const ids = decisions.map((decision) => decision.conversationId);
  const { rows } = await client.query<{ id: string }>({
    name: "lock-conversations",
    text: `
      SELECT c.id FROM conversation c
      JOIN unnest($2::uuid[], $3::int[]) AS d (id, revision) ON c.id = d.id AND c.revision = d.revision
      WHERE c.organization_id = $1
      ORDER BY c.id FOR NO KEY UPDATE OF c`,
    values: [organizationId, ids, ids.map((id) => loaded.revisions.get(id) ?? -1)],
  });
  return new Set(rows.map((row) => row.id));
}

/** Adds to each agent's load what they are given, and lets go of the decisions whose agent has changed meanwhile. */
async function takeRoom(
  client: PoolClient,
  organizationId: string,
  loaded: LoadedSnapshot,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  const given = weightByAgent(decisions);
  if (given.size === 0) return decisions;
  const capacities = new Map(loaded.snapshot.agents.map((agent) => [agent.id, agent.capacity]));
  const ids = [...given.keys()];
  const { rows } = await client.query<{ user_id: string }>({
    name: "take-room",
    text: `
      UPDATE agent a SET load = a.load + g.weight, last_assigned_at = $2
      FROM (
        SELECT l.user_id, g.weight FROM agent l
        JOIN unnest($3::uuid[], $4::int[], $5::int[]) AS g (user_id, weight, capacity) ON l.user_id = g.user_id
        WHERE l.organization_id = $1 AND l.status = 'available' AND l.load + g.weight <= g.capacity
        ORDER BY l.user_id FOR NO KEY UPDATE OF l) g
      WHERE a.organization_id = $1 AND a.user_id = g.user_id
      RETURNING a.user_id`,
    values: [
      organizationId,
      new Date(loaded.snapshot.now),
      ids,
      ids.map((id) => given.get(id) ?? 0),
      ids.map((id) => capacities.get(id) ?? 0),
    ],
  });
  const took = new Set(rows.map((row) => row.user_id));
  return decisions.filter(({ outcome }) => !isGiven(outcome) || took.has(outcome.agentId));
}

/** What each agent is given by these decisions, in weights. */
export function weightByAgent(decisions: readonly Decision[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const { outcome, facts } of decisions) {
    if (!isGiven(outcome)) continue;
    given.set(outcome.agentId, (given.get(outcome.agentId) ?? 0) + facts.conversation.weight);
  }
  return given;
}

async function writeConversations(client: PoolClient, organizationId: string, now: number, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(toRow);
  await client.query({
    name: "write-conversations",
    // An assigned one's wait is over; one in line keeps its own, so that a changed link gives it no second one.
    text: `
      UPDATE conversation c SET
        revision = c.revision + 1,
        routing_state = d.routing_state::routing_state,
        assignee_id = d.assignee_id,
        assigned_at = CASE WHEN d.assignee_id IS NOT NULL THEN $2::timestamptz END,
        offered_to_id = d.offered_to_id,
        offer_until = d.offer_until,
        normal_reason = d.normal_reason,
        wait_began_at = d.wait_began_at,
        wait_until = d.wait_until,
        passed_over_since = NULL,
        overflow_at = coalesce(d.overflow_at, c.overflow_at),
        is_overflowed = d.is_overflowed OR c.is_overflowed
      FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::uuid[], $10::timestamptz[],
          $11::timestamptz[], $12::bool[])
        AS d (id, routing_state, assignee_id, normal_reason, wait_began_at, wait_until, offered_to_id, offer_until, overflow_at, is_overflowed)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      new Date(now),
      rows.map((row) => row.id),
      rows.map((row) => row.routingState),
      rows.map((row) => row.assigneeId),
      rows.map((row) => row.normalReason),
      rows.map((row) => row.waitBeganAt),
      rows.map((row) => row.waitUntil),
      rows.map((row) => row.offeredToId),
      rows.map((row) => row.offerUntil),
      rows.map((row) => row.overflowAt),
      rows.map((row) => row.isOverflowed),
    ],
  });
  const passedOver = decisions.flatMap((decision) => decision.passesOver);
  if (passedOver.length === 0) return;
  // Not locked before: a row that others change meanwhile is no longer the one that was passed over, and is left alone.
  await client.query({
    name: "pass-over",
    text: `
      UPDATE conversation SET passed_over_since = $2
      WHERE organization_id = $1 AND id IN (
        SELECT id FROM conversation
        WHERE organization_id = $1 AND id = ANY ($3::uuid[]) AND routing_state = 'waiting' AND passed_over_since IS NULL
        FOR NO KEY UPDATE SKIP LOCKED)`,
    values: [organizationId, new Date(now), passedOver],
  });
}

/** What a row says after the decision. While it is offered it keeps its wait, should nobody accept. */
function toRow({ conversationId, outcome, facts }: Decision) {
  const { waitBeganAt, waitUntil } = facts.conversation;
  const base = {
    id: conversationId,
    routingState: outcome.kind,
    assigneeId: null,
    offeredToId: null,
    offerUntil: null,
    normalReason: null,
    waitBeganAt: toDate(waitBeganAt),
    waitUntil: toDate(waitUntil),
    overflowAt: null,
    isOverflowed: false,
  };
  switch (outcome.kind) {
    case "assigned":
      return { ...base, assigneeId: outcome.agentId, normalReason: outcome.normalRouting && outcome.reason, waitBeganAt: null, waitUntil: null };
    case "offered":
      return { ...base, offeredToId: outcome.agentId, offerUntil: toDate(outcome.until), normalReason: outcome.normalRouting && outcome.reason };
    case "waiting":
      return { ...base, waitBeganAt: toDate(outcome.began), waitUntil: toDate(outcome.until) };
    case "in_line":
      return { ...base, normalReason: outcome.reason, overflowAt: toDate(outcome.overflowAt ?? null), isOverflowed: outcome.isOverflowed ?? false };
  }
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

async function writeLog(client: PoolClient, organizationId: string, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await client.query({
    name: "write-log",
    text: `
      INSERT INTO routing_log (organization_id, id, conversation_id, at, outcome, reason, normal_routing, agent_id, facts)
      SELECT $1, d.id, d.conversation_id, d.at, d.outcome::routing_outcome, d.reason, d.normal_routing, d.agent_id, d.facts
      FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::jsonb[])
        AS d (id, conversation_id, at, outcome, reason, normal_routing, agent_id, facts)`,
    values: [
      organizationId,
      decisions.map(() => newId()),
      decisions.map((decision) => decision.conversationId),
      decisions.map((decision) => new Date(decision.facts.now)),
      decisions.map(({ outcome }) => outcome.kind),
      decisions.map(({ outcome }) => outcome.reason),
      decisions.map(({ outcome }) => ("normalRouting" in outcome ? outcome.normalRouting : null)),
      decisions.map(({ outcome }) => ("agentId" in outcome ? outcome.agentId : null)),
      decisions.map(({ facts }) => JSON.stringify(facts)),
    ],
  });
}
