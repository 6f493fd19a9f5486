import { defaultPermissionSets, knownPermissions } from "../auth/permissions";
import type { PermissionSet } from "../contracts/permission-sets";
import { database } from "../store/database";

const order = Object.keys(defaultPermissionSets);

/** The default ones from the least to the most, then the others by name. For whoever is signed in: users and keys show theirs. */
export async function listPermissionSets(organizationId: string): Promise<{ items: PermissionSet[] }> {
  const rows = await database().permissionSet.findMany({
    where: { organizationId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      isDefault: true,
      permissions: true,
      _count: { select: { users: { where: { isActive: true } }, apiKeys: { where: { revokedAt: null } } } },
    },
  });
  const items = rows.map(({ _count, permissions, ...row }) => ({
    ...row,
    permissions: [...knownPermissions(permissions)],
    userCount: _count.users,
    apiKeyCount: _count.apiKeys,
  }));
  const rank = ({ isDefault, name }: PermissionSet) => (isDefault ? order.indexOf(name) : order.length);
  return { items: items.toSorted((a, b) => rank(a) - rank(b)) };
}
