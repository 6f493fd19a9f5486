import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { endOfRouting, freshCycle, type ChangedConversation } from "../store/change-conversation";
import { transaction, type Tx } from "../store/database";
import { announceAndSettle } from "./announce-change";
import { lockIntakeCustomer } from "./come-back";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";
import { requireRoutableAgent } from "./require-routable-agent";

/**
 * Gives a conversation to somebody by hand, which may exceed their capacity and which the router never overrides (§2
 * edge 18), or to nobody: then it is decided afresh. As it is already: nothing happens.
 *
 * @throws AppError `not_found`, `agent_not_routable`, `conflict` for one that is done.
 */
export async function assignConversation(actor: Actor, key: ConversationKey, agentId: string | null): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = agentId === null ? await unassign(tx, key) : await assign(tx, key, agentId);
    if (changed.changed) await recordDeed(tx, { code: agentId === null ? "unassigned_by_hand" : "assigned_by_hand", by: actor, changed });
    return changed;
  });
  await announceAndSettle(changed);
}

async function assign(tx: Tx, key: ConversationKey, agentId: string): Promise<ChangedConversation> {
  await requireRoutableAgent(tx, key.organizationId, agentId);
  return changeNamedConversation(tx, key, ({ state, assigneeId }, now) => {
    refuseDone(state);
    if (assigneeId === agentId) return null;
    const routing = state === "open" ? ({ routingState: "assigned" } as const) : {};
    return { assigneeId: agentId, assignedAt: now, normalReason: null, ...endOfRouting, ...routing };
  });
}

async function unassign(tx: Tx, key: ConversationKey): Promise<ChangedConversation> {
  const dedicatedAgentId = await lockIntakeCustomer(tx, key);
  return changeNamedConversation(tx, key, ({ state, assigneeId }, now) => {
    refuseDone(state);
    if (assigneeId === null) return null;
    return state === "open" ? { ...freshCycle(now), dedicatedAgentId } : { assigneeId: null, assignedAt: null };
  });
}

function refuseDone(state: string): void {
  if (state === "done") throw new AppError("conflict", "This conversation is done. Reopen it to assign it.");
}
