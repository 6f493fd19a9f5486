import { AppError } from "../contracts/app-error";
import type { Actor } from "./actor";
import { knownPermissions, permissions } from "./permissions";

/**
 * Nobody gives more than they have, to a user, a set or a key: else whoever may hand out permissions could help
 * themselves to all of them.
 *
 * @throws AppError `forbidden` that names the first one missing
 */
export function requireMayGive(actor: Actor, given: readonly string[]): void {
  for (const permission of knownPermissions(given)) {
    if (actor.permissions.has(permission)) continue;
    throw new AppError("forbidden", `You can't give what you don't have: ${permission}: ${permissions[permission]} Ask somebody who has it.`);
  }
}
