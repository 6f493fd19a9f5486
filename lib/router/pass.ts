import type { PoolClient } from "pg";
import { plan } from "../routing/plan";
import { pool } from "../store/database";
import { lockForPass } from "../store/lock-for-pass";
import { saveDecisions, type Saved } from "../store/save-decisions";
import { loadSnapshot, type LoadedSnapshot } from "../store/snapshot";
import type { Decision } from "../routing/model";

export interface PassResult {
  readonly decisions: readonly Decision[];
  /** Decisions dropped because their conversation or agent changed meanwhile; never by another pass, which the lock keeps out. */
  readonly overtaken: number;
  /** Something was left for another pass, which should follow at once. */
  readonly isMore: boolean;
}

export interface PassOptions {
  /** When another pass holds the lock: wait for it, or leave the work to the one that looks again soon. */
  readonly whenLocked: "wait" | "skip";
}

/**
 * One pass of the router over one organization: lock, load one snapshot, decide, save all decisions, commit. One at a
 * time for each organization, whichever process runs it.
 *
 * @returns null when it was skipped because another pass holds the lock.
 */
export async function runPass(organizationId: string, options: PassOptions): Promise<PassResult | null> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
    const result = (await lockForPass(client, organizationId, options.whenLocked)) ? await decideAll(client, organizationId) : null;
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // The connection may be what failed; the database rolls back what a lost one left open.
    client.release(true);
    throw error;
  }
}

async function decideAll(client: PoolClient, organizationId: string): Promise<PassResult> {
  const loaded = await loadSnapshot(client, organizationId);
  const saved = await saveDecisions(client, organizationId, loaded, plan(loaded.snapshot));
  return { ...saved, isMore: isMore(loaded, saved) };
}

/** Only what made progress, or was overtaken, is worth another pass: what can't move now waits for the next fact. */
function isMore(loaded: LoadedSnapshot, saved: Saved): boolean {
  if (saved.overtaken > 0) return true;
  if (saved.decisions.length === 0) return false;
  if (loaded.cutOff.byLimit) return true;
  const given = new Map<string, number>();
  for (const { outcome, facts } of saved.decisions) {
    if (outcome.kind === "assigned") given.set(outcome.agentId, (given.get(outcome.agentId) ?? 0) + facts.conversation.weight);
  }
  return loaded.snapshot.agents.some(
    (agent) =>
      agent.status === "available" &&
      agent.load + (given.get(agent.id) ?? 0) < agent.capacity &&
      (loaded.cutOff.agentIds.has(agent.id) || agent.queueIds.some((id) => loaded.cutOff.queueIds.has(id))),
  );
}
