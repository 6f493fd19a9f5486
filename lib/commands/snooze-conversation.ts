import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import { endOfRouting } from "../store/change-conversation";
import { transaction } from "../store/database";
import { announceChange } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";
import { requireOwnWork } from "./require-own-work";

const longestMs = 90 * 24 * 60 * 60 * 1000;

/**
 * Puts a conversation aside until an instant; it weighs nothing meanwhile, and its wait is over (§2 edge 5). Snoozed
 * already: until the new instant. @throws AppError `not_found`, `forbidden`, `conflict` for one that is done.
 */
export async function snoozeConversation(actor: Actor, key: ConversationKey, until: Date): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = await changeNamedConversation(tx, key, (conversation, now) => {
      requireOwnWork(actor, conversation);
      if (conversation.state === "done") throw new AppError("conflict", "This conversation is done. Reopen it to snooze it.");
      if (until <= now) throw badField("until", "must lie in the future, by the server's clock");
      if (until.getTime() - now.getTime() > longestMs) throw badField("until", "must be at most 90 days ahead");
      return { state: "snoozed", snoozedUntil: until, routingState: "out", ...endOfRouting };
    });
    await recordDeed(tx, { code: "snoozed", by: actor, changed });
    return changed;
  });
  announceChange(changed);
}
