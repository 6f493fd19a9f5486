import { holds } from "../auth/held-permissions";
import type { Permission } from "../auth/permissions";
import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";

/** Without anybody who has these nobody could ever give them again. */
const needed = {
  "user.manage": "manage users",
  "permission_set.manage": "manage permission sets",
  "organization.manage": "change the organization itself",
} as const satisfies Partial<Record<Permission, string>>;

/**
 * Does what changes who may do what, if it leaves somebody active who manages users, somebody who manages permission
 * sets, and an owner. To be called under the organization's lock: of two at once, each might leave the other's.
 *
 * @throws AppError `conflict`; the transaction must then end without its effect.
 */
export async function keepAdministrators<T>(tx: Tx, organizationId: string, change: () => Promise<T>): Promise<T> {
  const before = await countHolders(tx, organizationId);
  const result = await change();
  const after = await countHolders(tx, organizationId);
  const lost = before.find(({ permission, count }) => count > 0 && after.some((each) => each.permission === permission && each.count === 0));
  if (lost) throw new AppError("conflict", `Nobody would be left who can ${needed[lost.permission]}. Give somebody else that permission first.`);
  return result;
}

interface Count {
  readonly permission: keyof typeof needed;
  readonly count: number;
}

/** Users who are active and have taken up their invitation. */
async function countHolders(tx: Tx, organizationId: string): Promise<readonly Count[]> {
  const count = (permission: Permission) => tx.user.count({ where: { organizationId, isActive: true, joinedAt: { not: null }, ...holds(permission) } });
  return [
    { permission: "user.manage", count: await count("user.manage") },
    { permission: "permission_set.manage", count: await count("permission_set.manage") },
    { permission: "organization.manage", count: await count("organization.manage") },
  ];
}
