import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import type { Decision } from "../routing/model";
import { plan } from "../routing/plan";
import { leaveMarks, noteChanges } from "../store/note-changes";
import { passTransaction, type LockedPass } from "../store/pass-transaction";
import { saveDecisions, weightByAgent, type Saved } from "../store/save-decisions";
import { loadSnapshot, withConversations, type LoadedSnapshot } from "../store/snapshot";
import { unfitWaiters } from "../store/unfit-waiters";

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
  return passTransaction(organizationId, whenLocked, async (pass) => {
    const { loaded, decisions } = await planWhole(pass, await loadSnapshot(pass));
    const saved = await saveDecisions(pass, loaded, decisions);
    const more = isMore(loaded, saved);
    // While something is left, the marks stay, so that it is found again whatever becomes of this process.
    if (more) await leaveMarks(pass, [...new Set([...saved.leftAgentIds, ...loaded.releasedAgentIds])]);
    else await noteChanges(pass, loaded);
    return { decisions: saved.decisions, overtaken: saved.overtaken, isMore: more };
  });
}

/**
 * The plan, with those who wait for the agents it gives something to but do not fit beside it: they may be passed over,
 * or hold that agent's room, which changes the plan (the routing contract, §2 edge 8). Looked for only where something
 * is given, and until nobody else is given anything.
 */
async function planWhole({ client, organizationId }: LockedPass, snapshot: LoadedSnapshot) {
  let loaded = snapshot;
  let decisions = plan(loaded.snapshot);
  const asked = new Set<string>();
  while (loaded.haveHeavyWaiters) {
    const given = weightByAgent(decisions);
    const unasked = loaded.snapshot.agents.filter((agent) => given.has(agent.id) && !asked.has(agent.id));
    if (unasked.length === 0) break;
    for (const agent of unasked) asked.add(agent.id);
    const before = loaded;
    const left = new Map(unasked.map((agent) => [agent.id, roomOf(agent) - (given.get(agent.id) ?? 0)]));
    loaded = withConversations(loaded, await unfitWaiters(client, organizationId, left));
    if (loaded !== before) decisions = plan(loaded.snapshot);
  }
  return { loaded, decisions };
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
      (loaded.cutOff.agentIds.has(agent.id) || [...agent.queueIds, ...(agent.overflowQueueIds ?? [])].some((id) => loaded.cutOff.queueIds.has(id))),
  );
}
