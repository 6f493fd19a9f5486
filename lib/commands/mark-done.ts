import type { Actor } from "../auth/actor";
import { endOfRouting } from "../store/change-conversation";
import { transaction } from "../store/database";
import { announceChange } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";
import { requireOwnWork } from "./require-own-work";

/** Ends a conversation, and its wait if it has one (§2 edge 5). Done already: nothing happens. @throws AppError `not_found`, `forbidden` */
export async function markDone(actor: Actor, key: ConversationKey): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = await changeNamedConversation(tx, key, (conversation, now) => {
      requireOwnWork(actor, conversation);
      if (conversation.state === "done") return null;
      return { state: "done", doneAt: now, snoozedUntil: null, routingState: "out", ...endOfRouting };
    });
    if (changed.changed) await recordDeed(tx, { code: "done", by: actor, changed });
    return changed;
  });
  announceChange(changed);
}
