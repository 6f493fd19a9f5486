import type { Actor } from "../auth/actor";
import { transaction } from "../store/database";
import { announceAndSettle } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { refusedBy, standingOffer } from "./offer";
import { recordDeed } from "./record-deed";

/** The agent who is asked does not take it: the next one is asked (the routing contract, §2 edge 11). @throws AppError `not_found`, `conflict` */
export async function declineOffer(actor: Actor, key: ConversationKey): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = await changeNamedConversation(tx, key, (conversation, now) =>
      refusedBy(standingOffer(actor, conversation, now).agentId, conversation, now),
    );
    await recordDeed(tx, { code: "offer_declined", by: actor, changed });
    return changed;
  });
  await announceAndSettle(changed);
}
