import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import { transaction } from "../store/database";
import { lockCustomer } from "../store/lock-customer";
import { announceChange } from "./announce-change";
import { changeNamedConversation } from "./conversation-key";
import { enterConversation, findBegun, type NewConversation } from "./enter-conversation";
import { recordDeed } from "./record-deed";
import { requireRoutableAgent } from "./require-routable-agent";

interface OpenedConversation extends Pick<NewConversation, "customerId" | "channel" | "subject" | "tags" | "language" | "queueId"> {
  readonly text: string;
  /** Sent again with the same, it is the same conversation. */
  readonly clientMessageId: string | undefined;
}

/**
 * An agent writes first: the conversation is theirs at once, even over capacity, without a dedicated check (the routing
 * contract, §2 edge 20).
 *
 * @throws AppError `not_found`, `conflict` as beginConversation, `agent_not_routable` for a user who can't have conversations.
 * @returns its id
 */
export async function openConversation(actor: Actor, { text, clientMessageId, ...opened }: OpenedConversation): Promise<string> {
  const { organizationId, userId } = actor;
  if (userId === null) throw badField("author", "an API key can't have conversations of its own; leave it out or say customer");
  const { channel } = opened;
  const { conversationId, changed } = await transaction(async (tx) => {
    await requireRoutableAgent(tx, organizationId, userId);
    const customer = await lockCustomer(tx, organizationId, opened.customerId);
    if (customer === null) throw new AppError("not_found", "There is no such customer.");
    const customerId = customer.id;
    const before = await findBegun(tx, organizationId, { customerId, channel, clientMessageId });
    if (before !== null) return { conversationId: before, changed: null };
    const conversationId = await enterConversation(tx, {
      ...opened,
      organizationId,
      customerId,
      visitorId: null,
      dedicatedAgentId: null,
      message: { author: "agent", authorUserId: userId, text, clientMessageId },
    });
    const changed = await changeNamedConversation(tx, { organizationId, conversationId }, (_, now) => ({
      assigneeId: userId,
      assignedAt: now,
      routingState: "assigned",
    }));
    await recordDeed(tx, { code: "opened_by_agent", by: actor, changed });
    return { conversationId, changed };
  });
  if (changed) announceChange(changed);
  return conversationId;
}
