import { may, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";

/**
 * Users work on what is assigned to them, and on the rest with `conversation.assign`: one that waits for somebody
 * else's customer can't be picked up by answering it (the routing contract, §2 edge 10). API keys work for the organization.
 *
 * @throws AppError `forbidden`
 */
export function requireOwnWork(actor: Actor, conversation: { readonly assigneeId: string | null }): void {
  if (actor.kind === "api_key" || may(actor, "conversation.assign") || conversation.assigneeId === actor.userId) return;
  throw new AppError("forbidden", "This conversation is not assigned to you. Somebody with the permission conversation.assign can give it to you.");
}
