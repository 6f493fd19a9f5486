import { AppError } from "../contracts/app-error";
import { changeConversation, type ChangedConversation, type ConversationChange, type LockedConversation } from "../store/change-conversation";
import type { Tx } from "../store/database";

export interface ConversationKey {
  readonly organizationId: string;
  readonly conversationId: string;
}

/** As changeConversation(), for one that somebody named by its id. @throws AppError `not_found` */
export async function changeNamedConversation(
  tx: Tx,
  key: ConversationKey,
  change: (conversation: LockedConversation, now: Date) => ConversationChange | null,
): Promise<ChangedConversation> {
  const changed = await changeConversation(tx, key, change);
  if (!changed) throw noSuchConversation();
  return changed;
}

export function noSuchConversation(): AppError {
  return new AppError("not_found", "There is no conversation by that id.");
}
