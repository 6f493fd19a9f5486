import type { Actor } from "../auth/actor";
import type { LiveTopic } from "../contracts/live";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockNamedCustomer } from "./lock-named-customer";
import { recordAudit } from "./record-audit";
import { relinkConversations } from "./relink-conversations";
import { requireRoutableAgent } from "./require-routable-agent";

/**
 * Links a customer to a dedicated agent, or to none (null). It holds for what comes, and for their conversations that
 * still need routing, which are decided afresh within the wait they began with; assigned ones stay where they are (the
 * routing contract, §2 edges 4 and 15). Linked so already: nothing happens.
 *
 * @throws AppError `not_found`, `agent_not_routable`, `conflict` for a customer merged into another
 */
export async function setDedicatedAgent(actor: Actor, customerId: string, agentId: string | null): Promise<void> {
  const { organizationId } = actor;
  const topics = await transaction(async (tx): Promise<LiveTopic[]> => {
    if (agentId !== null) await requireRoutableAgent(tx, organizationId, agentId);
    const customer = await lockNamedCustomer(tx, organizationId, customerId);
    if (customer.dedicatedAgentId === agentId) return [];
    const { name } = await tx.customer.update({
      where: { organizationId_id: { organizationId, id: customerId } },
      data: {
        dedicatedAgentId: agentId,
        dedicatedAgentSetAt: agentId === null ? null : await databaseNow(tx),
        dedicatedAgentSetById: agentId === null ? null : actor.userId,
      },
      select: { name: true },
    });
    await recordLink(tx, actor, { ...customer, name }, agentId);
    const conversationIds = await relinkConversations(tx, actor, customerId, agentId);
    return [`customer:${customerId}`, ...conversationIds.map((id): LiveTopic => `conversation:${id}`)];
  });
  if (topics.length > 0) announce(organizationId, topics, { needsRouting: true });
}

interface Linked {
  readonly id: string;
  readonly name: string;
  readonly dedicatedAgentId: string | null;
}

async function recordLink(tx: Tx, actor: Actor, { id, name, dedicatedAgentId }: Linked, agentId: string | null): Promise<void> {
  const ids = [dedicatedAgentId, agentId].filter((each) => each !== null);
  const users = await tx.user.findMany({ where: { organizationId: actor.organizationId, id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (userId: string | null) => users.find((user) => user.id === userId)?.name ?? null;
  await recordAudit(tx, actor, {
    action: "customer.dedicated_agent_changed",
    subject: { kind: "customer", id, name },
    changes: [{ field: "Dedicated Agent", from: nameOf(dedicatedAgentId), to: nameOf(agentId) }],
  });
}
