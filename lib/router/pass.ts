import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import type { Decision } from "../routing/model";
import { plan } from "../routing/plan";
import { passTransaction } from "../store/pass-transaction";
import { saveDecisions, weightByAgent, type Saved } from "../store/save-decisions";
import { loadSnapshot, type LoadedSnapshot } from "../store/snapshot";

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
export function runPass(organizationId: string, { whenLocked }: PassOptions): Promise<PassResult | null> {
  return passTransaction(organizationId, whenLocked, async (client) => {
    const loaded = await loadSnapshot(client, organizationId);
    const saved = await saveDecisions(client, organizationId, loaded, plan(loaded.snapshot));
    return { ...saved, isMore: isMore(loaded, saved) };
  });
}

/** Only what made progress, or was overtaken, is worth another pass: what can't move now waits for the next fact. */
function isMore(loaded: LoadedSnapshot, saved: Saved): boolean {
  if (saved.overtaken > 0) return true;
  if (saved.decisions.length === 0) return false;
  if (loaded.cutOff.byLimit) return true;
  const given = weightByAgent(saved.decisions);
  return loaded.snapshot.agents.some(
    (agent) =>
      isAvailable(agent) &&
      roomOf(agent) > (given.get(agent.id) ?? 0) &&
      (loaded.cutOff.agentIds.has(agent.id) || agent.queueIds.some((id) => loaded.cutOff.queueIds.has(id))),
  );
}
