import type { Actor } from "../auth/actor";
import { changeConversation } from "../store/change-conversation";
import type { Tx } from "../store/database";
import { lockUnassigned } from "../store/lock-unassigned";
import { recordDeed } from "./record-deed";

/**
 * Takes a customer's link into the conversations that came in from them and have nobody yet, in the order of ids as all
 * who lock several; they are decided afresh within the wait they began with. Those that have it already stay as they are.
 *
 * @returns the ids of those that changed
 */
export async function relinkConversations(tx: Tx, actor: Actor, intakeCustomerId: string, agentId: string | null): Promise<string[]> {
  const { organizationId } = actor;
  const relinked: string[] = [];
  for (const conversationId of await lockUnassigned(tx, organizationId, intakeCustomerId)) {
    const changed = await changeConversation(tx, { organizationId, conversationId }, ({ state, assigneeId, routingState, dedicatedAgentId }) => {
      // The router may have assigned it meanwhile.
      if (state !== "open" || assigneeId !== null || dedicatedAgentId === agentId) return null;
      // Somebody is being asked: the link counts if they don't take it.
      if (routingState === "offered") return { dedicatedAgentId: agentId, normalReason: null };
      return { dedicatedAgentId: agentId, routingState: "pending", normalReason: null, passedOverSince: null };
    });
    if (!changed?.changed) continue;
    await recordDeed(tx, { code: "link_changed", by: actor, changed, link: { agentId, previousAgentId: changed.before.dedicatedAgentId } });
    relinked.push(conversationId);
  }
  return relinked;
}
