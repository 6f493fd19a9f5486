import type { Prisma } from "@/generated/prisma/client";
import { may, type Actor } from "../auth/actor";
import { defaultPermissionSets, knownPermissions } from "../auth/permissions";
import type { PermissionSet } from "../contracts/permission-sets";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

const order = Object.keys(defaultPermissionSets);
/** Of each kind; the counts tell how many there are. */
const shownHolders = 20;

const setSelect = { id: true, name: true, isDefault: true, permissions: true, version: true } as const satisfies Prisma.PermissionSetSelect;

/** The default ones from the least to the most, then the others by name. For whoever is signed in: users and keys show theirs. */
export async function listPermissionSets(actor: Actor): Promise<{ items: PermissionSet[] }> {
  const { organizationId } = actor;
  const rows = await database().permissionSet.findMany({ where: { organizationId }, orderBy: [{ name: "asc" }, { id: "asc" }], select: setSelect });
  const items = await Promise.all(rows.map((row) => withHolders(actor, row)));
  const rank = ({ isDefault, name }: PermissionSet) => (isDefault ? order.indexOf(name) : order.length);
  return { items: items.toSorted((a, b) => rank(a) - rank(b)) };
}

export async function readPermissionSet(actor: Actor, id: string): Promise<PermissionSet> {
  const { organizationId } = actor;
  return withHolders(actor, await database().permissionSet.findFirstOrThrow({ where: { organizationId, id }, select: setSelect }));
}

async function withHolders(actor: Actor, { permissions, ...row }: Prisma.PermissionSetGetPayload<{ select: typeof setSelect }>): Promise<PermissionSet> {
  const { organizationId } = actor;
  const users = { organizationId, isActive: true, OR: [{ permissionSetId: row.id }, { addedPermissionSets: { some: { permissionSetId: row.id } } }] };
  const apiKeys = { organizationId, permissionSetId: row.id, revokedAt: null };
  const first = { orderBy: { name: "asc" }, take: shownHolders, select: nameSelect } as const;
  return {
    ...row,
    permissions: [...knownPermissions(permissions)],
    userCount: await database().user.count({ where: users }),
    apiKeyCount: await database().apiKey.count({ where: apiKeys }),
    ...(may(actor, "permission_set.manage") && {
      holders: {
        users: (await database().user.findMany({ where: users, ...first })).map(toNameRef),
        apiKeys: (await database().apiKey.findMany({ where: apiKeys, ...first })).map(toNameRef),
      },
    }),
  };
}
