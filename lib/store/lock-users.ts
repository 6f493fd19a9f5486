import type { Tx } from "./database";

/**
 * Locks users until the transaction ends, in the order of ids. First of all locks: before customers, the organization's
 * router row, conversations and agents.
 *
 * @returns the ids of those that there are
 */
export async function lockUsers(tx: Tx, organizationId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user"
    WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...new Set(userIds)]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

export interface HeldUser {
  readonly name: string;
  readonly isActive: boolean;
  readonly isAgent: boolean;
  /** Some permission set of theirs says so. */
  readonly mayBeRouted: boolean;
}

/**
 * A user who is to be given something, and who is not deactivated before the transaction ends. First of all locks, as
 * lockUsers; several may hold the same user.
 *
 * @returns null when the organization has no such user
 */
export async function holdUser(tx: Tx, organizationId: string, userId: string): Promise<HeldUser | null> {
  const rows = await tx.$queryRaw<HeldUser[]>`
    SELECT u.name, u.is_active AS "isActive",
      EXISTS (SELECT FROM agent a WHERE a.organization_id = u.organization_id AND a.user_id = u.id) AS "isAgent",
      EXISTS (
        SELECT FROM permission_set p
        WHERE p.organization_id = u.organization_id AND 'conversation.be_routed' = ANY (p.permissions) AND (p.id = u.permission_set_id OR p.id IN (
          SELECT s.permission_set_id FROM added_permission_set s WHERE s.organization_id = u.organization_id AND s.user_id = u.id))) AS "mayBeRouted"
    FROM "user" u
    WHERE u.organization_id = ${organizationId}::uuid AND u.id = ${userId}::uuid
    FOR SHARE OF u`;
  return rows[0] ?? null;
}
