import type { PoolClient } from "pg";
import { isGiven, type Decision } from "../routing/model";
import { arrayText } from "./array-text";
import type { LockedPass } from "./pass-transaction";
import type { LoadedSnapshot } from "./snapshot";
import { writeConversations } from "./write-conversations";
import { logText, writeLog } from "./write-log";

export interface Saved {
  readonly decisions: readonly Decision[];
  /** Decisions that facts of the meantime overtook; the next pass decides those conversations afresh. */
  readonly overtaken: number;
  /** Agents who were to be given something by those: others were decided as if their room were taken. */
  readonly leftAgentIds: readonly string[];
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
  const writing = writeConversations(client, organizationId, loaded.snapshot.now, kept);
  // The log's text is made while the database writes the conversations.
  const log = logText(loaded.snapshot.now, kept);
  await writing;
  await writeLog(client, organizationId, log);
  const dropped = droppedFrom(decisions, kept);
  return { decisions: kept, overtaken: dropped.length, leftAgentIds: [...weightByAgent(dropped).keys()] };
}

function droppedFrom(decisions: readonly Decision[], kept: readonly Decision[]): readonly Decision[] {
  if (kept.length === decisions.length) return [];
  const written = new Set(kept);
  return decisions.filter((decision) => !written.has(decision));
}

async function lockConversations(
  client: PoolClient,
  organizationId: string,
  loaded: LoadedSnapshot,
  decisions: readonly Decision[],
): Promise<ReadonlySet<string>> {
  if (decisions.length === 0) return new Set();
  const ids = decisions.map((decision) => decision.conversationId);
  const { rows } = await client.query<[id: string]>({
    name: "lock-conversations",
    rowMode: "array",
    text: `
      SELECT c.id FROM conversation c
      JOIN unnest($2::uuid[], $3::int[]) AS d (id, revision) ON c.id = d.id AND c.revision = d.revision
      WHERE c.organization_id = $1
      ORDER BY c.id FOR NO KEY UPDATE OF c`,
    values: [organizationId, arrayText(ids), arrayText(ids.map((id) => loaded.revisions.get(id) ?? -1))],
  });
  return new Set(rows.map(([id]) => id));
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
  const agents = loaded.snapshot.agents.filter((agent) => given.has(agent.id));
  const { rows } = await client.query<[id: string]>({
    name: "take-room",
    rowMode: "array",
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
      arrayText(agents.map((agent) => agent.id)),
      arrayText(agents.map((agent) => given.get(agent.id) ?? 0)),
      arrayText(agents.map((agent) => agent.capacity)),
    ],
  });
  const took = new Set(rows.map(([id]) => id));
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
