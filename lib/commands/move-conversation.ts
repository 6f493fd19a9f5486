import type { Actor } from "../auth/actor";
import { transaction, type Tx } from "../store/database";
import { lockNamedCustomer } from "./lock-named-customer";
import { announceChange } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";

/**
 * Moves a conversation to another customer's timeline, and nothing else: its assignee, its wait and the dedicated agent
 * it was given at intake stay (§2 edge 13). There already: nothing happens.
 *
 * @throws AppError `not_found`, `conflict` for a customer merged into another
 */
export async function moveConversation(actor: Actor, key: ConversationKey, customerId: string): Promise<void> {
  const { organizationId } = key;
  const changed = await transaction(async (tx) => {
    await lockNamedCustomer(tx, organizationId, customerId);
    const changed = await changeNamedConversation(tx, key, (conversation) => (conversation.customerId === customerId ? null : { customerId }));
    if (!changed.changed) return changed;
    const from = await nameOf(tx, organizationId, changed.before.customerId);
    const to = await nameOf(tx, organizationId, customerId);
    await recordDeed(tx, { code: "moved", by: actor, changed, timelines: { from, to } });
    return changed;
  });
  announceChange(changed);
}

async function nameOf(tx: Tx, organizationId: string, customerId: string): Promise<string> {
  const { name } = await tx.customer.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id: customerId } }, select: { name: true } });
  return name;
}
