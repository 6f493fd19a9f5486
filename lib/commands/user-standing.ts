import type { Prisma } from "@/generated/prisma/client";
import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";

const standingSelect = {
  id: true,
  name: true,
  email: true,
  isActive: true,
  joinedAt: true,
  authUserId: true,
  permissionSet: { select: { id: true, name: true, permissions: true } },
  addedPermissionSets: { select: { permissionSet: { select: { permissions: true } } } },
  agent: { select: { ownCapacity: true } },
  teamMemberships: { select: { team: { select: { id: true, name: true } } } },
  invitation: { select: { id: true, secretHash: true, expiresAt: true, acceptedAt: true, revokedAt: true } },
} as const satisfies Prisma.UserSelect;

/** A user with all that is changed about them. */
export type UserStanding = Prisma.UserGetPayload<{ select: typeof standingSelect }>;

/** As they stand under the lock that the caller holds. @throws AppError `not_found` */
export async function readStanding(tx: Tx, organizationId: string, userId: string): Promise<UserStanding> {
  const user = await tx.user.findUnique({ where: { organizationId_id: { organizationId, id: userId } }, select: standingSelect });
  if (!user) throw new AppError("not_found", "There is no user by that id.");
  return user;
}

/** What the audit log tells of a user, field by field. */
export function inAuditWords({ name, permissionSet, teamMemberships, agent }: UserStanding) {
  return {
    name,
    "permission set": permissionSet.name,
    teams: teamMemberships.map(({ team }) => team.name).sort(),
    "own capacity": agent?.ownCapacity ?? null,
  };
}
