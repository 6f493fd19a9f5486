import type { Actor } from "../auth/actor";
import { heldPermissions } from "../auth/held-permissions";
import { requireMayGive } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";
import { lockUsers } from "../store/lock-users";
import { readStanding, type UserStanding } from "./user-standing";

/**
 * Under their lock, another user whose way in the actor may mend. Whoever can do that can become that user, and so must
 * have all that they have. One's own is mended on the account page, where the password is asked for.
 *
 * @throws AppError `not_found`, `forbidden`, `conflict` for oneself, for a leaver and for who has not joined
 */
export async function accountToMend(tx: Tx, actor: Actor, userId: string): Promise<UserStanding & { readonly authUserId: string }> {
  await lockUsers(tx, actor.organizationId, [userId]);
  const user = await readStanding(tx, actor.organizationId, userId);
  requireMayGive(actor, heldPermissions(user));
  if (user.id === actor.userId) throw new AppError("conflict", "This is your own account. Change it under Account.");
  if (!user.isActive) throw new AppError("conflict", `${user.name} is deactivated. Activate them first.`);
  const { authUserId } = user;
  if (authUserId === null) throw new AppError("conflict", `${user.name} has not joined yet. Renew their invitation instead.`);
  return { ...user, authUserId };
}
