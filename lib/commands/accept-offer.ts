import type { Actor } from "../auth/actor";
import { endOfRouting } from "../store/change-conversation";
import { transaction } from "../store/database";
import { announceChange } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { standingOffer } from "./offer";
import { recordDeed } from "./record-deed";

/** The agent who is asked takes the conversation (the routing contract, §3 "agents accept"). @throws AppError `not_found`, `conflict` */
export async function acceptOffer(actor: Actor, key: ConversationKey): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = await changeNamedConversation(tx, key, (conversation, now) => ({
      ...endOfRouting,
      assigneeId: standingOffer(actor, conversation, now).agentId,
      assignedAt: now,
      routingState: "assigned",
    }));
    await recordDeed(tx, { code: "offer_accepted", by: actor, changed });
    return changed;
  });
  announceChange(changed);
}
