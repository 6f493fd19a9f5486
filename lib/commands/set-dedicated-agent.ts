import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { LiveTopic } from "../contracts/live";
import { announce } from "../router/announce";
import { changeConversation } from "../store/change-conversation";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockCustomer } from "../store/lock-customer";
import { recordDeed } from "./record-deed";
import { requireRoutableAgent } from "./require-routable-agent";

/**
 * Links a customer to a dedicated agent, or to none (null). It holds for what comes, and for their conversations that
 * still need routing, which are decided afresh within the wait they began with; assigned ones stay where they are (the
 * routing contract, §2 edges 4 and 15). Linked so already: nothing happens.
 *
 * @throws AppError `not_found`, `agent_not_routable`
 */
export async function setDedicatedAgent(actor: Actor, customerId: string, agentId: string | null): Promise<void> {
  const { organizationId } = actor;
  const topics = await transaction(async (tx): Promise<LiveTopic[]> => {
    if (agentId !== null) await requireRoutableAgent(tx, organizationId, agentId);
    const linked = await lockCustomer(tx, organizationId, customerId);
    if (linked === undefined) throw new AppError("not_found", "There is no customer by that id.");
    if (linked === agentId) return [];
    await tx.customer.update({
      where: { organizationId_id: { organizationId, id: customerId } },
      data: {
        dedicatedAgentId: agentId,
        dedicatedAgentSetAt: agentId === null ? null : await databaseNow(tx),
        dedicatedAgentSetById: agentId === null ? null : actor.userId,
      },
      select: { id: true },
    });
    const conversationIds = await relink(tx, actor, customerId, agentId);
    return [`customer:${customerId}`, ...conversationIds.map((id): LiveTopic => `conversation:${id}`)];
  });
  if (topics.length > 0) announce(organizationId, topics, { needsRouting: true });
}

/** Takes the new link into the conversations that came in from this customer and have nobody yet, in the order of ids as all who lock several. */
async function relink(tx: Tx, actor: Actor, intakeCustomerId: string, agentId: string | null): Promise<string[]> {
  const { organizationId } = actor;
  const unassigned = await tx.conversation.findMany({
    where: { organizationId, intakeCustomerId, state: "open", assigneeId: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const relinked: string[] = [];
  for (const { id: conversationId } of unassigned) {
    const changed = await changeConversation(tx, { organizationId, conversationId }, ({ state, assigneeId, routingState }) => {
      // The router may have assigned it meanwhile.
      if (state !== "open" || assigneeId !== null) return null;
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
