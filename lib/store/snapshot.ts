import { hasPassed } from "../routing/deadline";
import type { ConversationFacts, Snapshot } from "../routing/model";
import { loadAgents, type AgentRow, type LoadedAgents } from "./agents";
import { toFacts, type ConversationRow } from "./conversation-row";
import { cutOffOf, findDue, findForAgents, type CutOff } from "./frontier";
import type { LockedPass } from "./pass-transaction";
import { forgetStructure, loadStructure, type Structure } from "./structure";

/** What one pass looks at, and what it needs to save its decisions onto exactly that. */
export interface LoadedSnapshot {
  readonly snapshot: Snapshot;
  /** Revision of each conversation in the snapshot. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Agents changed since the last pass, with the count this pass takes in. */
  readonly changedAgents: ReadonlyMap<string, number>;
  /** Agents looked at without a mark of their own: what held their room has ended in this pass. */
  readonly releasedAgentIds: readonly string[];
  /** The organization's own count of changes, if this pass takes new ones in. */
  readonly changes: number | null;
  /** Where the frontier was cut off at a limit. */
  readonly cutOff: CutOff;
  /** Whether some waiter may not fit beside room that there is (the routing contract, §2 edge 8). */
  readonly haveHeavyWaiters: boolean;
}

/**
 * Loads the frontier of one organization: its settings, its agents, and only the conversations about which something
 * can be decided now. What the last pass left cannot move until a mark says so: so beside the conversations to be
 * decided, only what changed agents could take is looked for, or, after a change of the organization, all could.
 */
export async function loadSnapshot(pass: LockedPass): Promise<LoadedSnapshot> {
  const { client, organizationId } = pass;
  const due = await findDue(client, { organizationId, now: pass.now });
  const { structure, loaded } = await loadFloor(pass);
  const { agents, haveHeavyWaiters } = loaded;
  // Read last: what is decided is never earlier than the facts it is decided from, whenever they came in between.
  const now = loaded.now ?? pass.now;
  const isChanged = pass.changes !== pass.changesRouted;
  const changed = agents.filter((agent) => agent.changes !== agent.changesRouted);
  const probed = isChanged ? agents : changed;
  const released = isChanged ? [] : releasedBy(due, now, agents, new Set(probed));
  // Together: what is found for one agent is found for another too, and there must be enough for both.
  const scope = { organizationId, now, channels: structure.channels, haveHeavyWaiters };
  const found = [...due, ...(await findForAgents(client, { ...scope, agents: [...probed, ...released] }))];
  // One may be found twice: its wait has ended, and its agent has room.
  const rows = new Map(found.map((row) => [row.id, row]));
  return {
    snapshot: {
      now,
      settings: structure.settings,
      channels: structure.channels,
      queues: structure.queues,
      agents: agents.map(withoutMarks),
      conversations: [...rows.values()].map(toFacts),
    },
    revisions: new Map([...rows.values()].map((row) => [row.id, row.revision])),
    changedAgents: new Map(changed.map((agent) => [agent.id, agent.changes])),
    releasedAgentIds: released.map((agent) => agent.id),
    changes: isChanged ? pass.changes : null,
    cutOff: cutOffOf(found),
    haveHeavyWaiters,
  };
}

/** The same with more conversations, in the order they came. */
export function withConversations(loaded: LoadedSnapshot, rows: readonly ConversationRow[]): LoadedSnapshot {
  const added = rows.filter((row) => !loaded.revisions.has(row.id));
  if (added.length === 0) return loaded;
  const conversations: ConversationFacts[] = [...loaded.snapshot.conversations, ...added.map(toFacts)];
  return {
    ...loaded,
    snapshot: { ...loaded.snapshot, conversations },
    revisions: new Map([...loaded.revisions, ...added.map((row) => [row.id, row.revision] as const)]),
  };
}

async function loadFloor({ client, organizationId, changes }: LockedPass): Promise<{ structure: Structure; loaded: LoadedAgents }> {
  const structure = await loadStructure(client, organizationId, changes);
  const loaded = await loadAgents(client, organizationId, structure);
  if (!loaded.areUnknown) return { structure, loaded };
  // Somebody became an agent without counting it as a change of the organization.
  forgetStructure(organizationId);
  const anew = await loadStructure(client, organizationId, changes);
  return { structure: anew, loaded: await loadAgents(client, organizationId, anew) };
}

/** Agents whose room was held for one whose wait has just ended: it is anybody's again (the routing contract, §2 edge 8). */
function releasedBy(rows: readonly ConversationRow[], now: number, agents: readonly AgentRow[], probed: ReadonlySet<AgentRow>): AgentRow[] {
  const ids = new Set(
    rows.flatMap((row) => {
      const hasEnded = row.routing_state === "waiting" && row.wait_until !== null && hasPassed(row.wait_until.getTime(), now);
      return hasEnded && row.passed_over_since !== null && row.dedicated_agent_id !== null ? [row.dedicated_agent_id] : [];
    }),
  );
  return ids.size === 0 ? [] : agents.filter((agent) => ids.has(agent.id) && !probed.has(agent));
}

function withoutMarks({ changes: _, changesRouted: __, ...agent }: AgentRow) {
  return agent;
}
