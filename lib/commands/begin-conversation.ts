import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { settle } from "../router/settle";
import { transaction } from "../store/database";
import { lockCustomer } from "../store/lock-customer";
import { enterConversation, findBegun, type NewConversation } from "./enter-conversation";

/** How long the answer waits for the router's decision; after that it says `pending`. */
const settleWithinMs = 1000;

export interface BegunConversation extends Omit<NewConversation, "dedicatedAgentId" | "message"> {
  readonly text: string;
  /** Sent again with the same, it is the same conversation. */
  readonly clientMessageId: string | undefined;
}

/**
 * A customer begins a conversation, and the router decides who gets it: with the dedicated agent who is linked now, and
 * an answer after that decision, or after a second without one. A customer merged into another begins it as that one.
 *
 * @throws AppError `not_found` for a customer or queue there isn't, `conflict` for a channel there isn't or that is off.
 * @returns its id
 */
export async function beginConversation({ text, clientMessageId, ...begun }: BegunConversation): Promise<string> {
  const { organizationId, channel } = begun;
  const { conversationId, customerId } = await transaction(async (tx) => {
    const customer = await lockCustomer(tx, organizationId, begun.customerId);
    if (customer === null) throw new AppError("not_found", "There is no such customer.");
    const { id: customerId, dedicatedAgentId } = customer;
    const before = await findBegun(tx, organizationId, { customerId, channel, clientMessageId });
    if (before !== null) return { conversationId: before, customerId };
    const message = { author: "customer", authorUserId: null, text, clientMessageId } as const;
    return { conversationId: await enterConversation(tx, { ...begun, customerId, dedicatedAgentId, message }), customerId };
  });
  const routed = announce(organizationId, [`conversation:${conversationId}`, `customer:${customerId}`], { needsRouting: true });
  await settle(organizationId, conversationId, settleWithinMs, routed);
  return conversationId;
}
