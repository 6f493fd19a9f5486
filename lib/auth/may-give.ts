import { AppError } from "../contracts/app-error";
import type { Actor } from "./actor";
import { knownPermissions, permissions, type Permission } from "./permissions";

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

const administrative = ["organization.manage", "permission_set.manage", "user.manage", "api_key.manage", "channel.manage", "routing_settings.write", "audit_log.read"] as const satisfies readonly Permission[];

/**
 * Who administers more than the actor is not theirs to demote or deactivate. What agents and managers do is not asked:
 * somebody may run the people without seeing customers.
 *
 * @throws AppError `forbidden`
 */
export function requireMayTakeFrom(actor: Actor, name: string, held: readonly string[]): void {
  const missing = administrative.find((permission) => held.includes(permission) && !actor.permissions.has(permission));
  if (missing !== undefined) throw new AppError("forbidden", `${name} may do more than you: ${missing}. Ask somebody who may do as much.`);
}
