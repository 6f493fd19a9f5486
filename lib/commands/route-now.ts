import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { transaction } from "../store/database";
import { announceAndSettle } from "./announce-change";
import { changeNamedConversation, type ConversationKey } from "./conversation-key";
import { recordDeed } from "./record-deed";

/** Ends a conversation's wait for its dedicated agent: normal routing decides it now (§2 edge 10). @throws AppError `not_found`, `conflict` */
export async function routeNow(actor: Actor, key: ConversationKey): Promise<void> {
  const changed = await transaction(async (tx) => {
    const changed = await changeNamedConversation(tx, key, ({ routingState }) => {
      if (routingState !== "waiting") throw new AppError("conflict", "This conversation does not wait for its dedicated agent; there is nothing to end.");
      return { dedicatedSkip: "routed_now", routingState: "pending" };
    });
    await recordDeed(tx, { code: "route_now_pressed", by: actor, changed });
    return changed;
  });
  await announceAndSettle(changed);
}
