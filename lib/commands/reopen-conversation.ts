import type { Actor } from "../auth/actor";
import { transaction } from "../store/database";
import { announceAndSettle } from "./announce-change";
import { comeBack } from "./come-back";
import type { ConversationKey } from "./conversation-key";
import { requireOwnWork } from "./require-own-work";

/** Reopens a done conversation, or wakes a snoozed one before its time. Open already: nothing happens. @throws AppError `not_found`, `forbidden` */
export async function reopenConversation(actor: Actor, key: ConversationKey): Promise<void> {
  const changed = await transaction((tx) =>
    comeBack(tx, key, actor, (conversation) => {
      requireOwnWork(actor, conversation);
      return true;
    }),
  );
  await announceAndSettle(changed);
}
