import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { transaction } from "../store/database";
import { announceChange } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";

/**
 * Moves a conversation to another customer's timeline, and nothing else: its assignee, its wait and the dedicated agent
 * it was given at intake stay (§2 edge 13). There already: nothing happens. @throws AppError `not_found`
 */
export async function moveConversation(actor: Actor, key: ConversationKey, customerId: string): Promise<void> {
  const { organizationId } = key;
  const changed = await transaction(async (tx) => {
    const to = await tx.customer.findUnique({ where: { organizationId_id: { organizationId, id: customerId } }, select: { name: true } });
    if (!to) throw new AppError("not_found", "There is no customer by that id.");
    const changed = await changeNamedConversation(tx, key, (conversation) => (conversation.customerId === customerId ? null : { customerId }));
    if (!changed.changed) return changed;
    const from = await tx.customer.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: changed.before.customerId } },
      select: { name: true },
    });
    await recordDeed(tx, { code: "moved", by: actor, changed, timelines: { from: from.name, to: to.name } });
    return changed;
  });
  announceChange(changed);
}
