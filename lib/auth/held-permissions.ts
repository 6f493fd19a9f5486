import type { Prisma } from "@/generated/prisma/client";
import type { Permission } from "./permissions";

/** What a user must be read with for heldPermissions. */
export const heldSetsSelect = {
  permissionSet: { select: { permissions: true } },
  addedPermissionSets: { select: { permissionSet: { select: { permissions: true } } } },
} as const satisfies Prisma.UserSelect;

interface Holder {
  readonly permissionSet: { readonly permissions: readonly string[] };
  readonly addedPermissionSets: readonly { readonly permissionSet: { readonly permissions: readonly string[] } }[];
}

/** Sets add up: a user may do what any of theirs permits. */
export function heldPermissions({ permissionSet, addedPermissionSets }: Holder): string[] {
  return [permissionSet, ...addedPermissionSets.map((added) => added.permissionSet)].flatMap(({ permissions }) => permissions);
}

/** Users whom a permission is given by any of their sets. */
export function holds(permission: Permission): Prisma.UserWhereInput {
  const gives = { permissions: { has: permission } };
  return { OR: [{ permissionSet: gives }, { addedPermissionSets: { some: { permissionSet: gives } } }] };
}
