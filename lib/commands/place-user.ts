import { letsBeRouted } from "../auth/permissions";
import { badField } from "../contracts/app-error";
import type { Tx } from "../store/database";

interface UserPlace {
  readonly userId: string;
  /** Of the permission set they have from now on. */
  readonly permissions: readonly string[];
  /** Undefined: as they are. */
  readonly teamIds?: readonly string[] | undefined;
  /** Undefined: as it is; null: their teams'. */
  readonly ownCapacity?: number | null | undefined;
}

/**
 * Puts a user where routing finds them: in teams, with a capacity, and with an agent's row if their permission set lets
 * them be routed conversations. The caller holds the organization's lock.
 *
 * @throws AppError `validation_failed` for a team there isn't
 */
export async function placeUser(tx: Tx, organizationId: string, { userId, permissions, teamIds, ownCapacity }: UserPlace): Promise<void> {
  if (teamIds !== undefined) await setTeams(tx, { organizationId, userId }, teamIds);
  const agent = await tx.agent.updateMany({ where: { organizationId, userId }, data: { ...(ownCapacity !== undefined && { ownCapacity }), changes: { increment: 1 } } });
  const isNeeded = letsBeRouted(permissions) || (ownCapacity !== undefined && ownCapacity !== null);
  if (agent.count === 0 && isNeeded) await tx.agent.create({ data: { organizationId, userId, ownCapacity: ownCapacity ?? null }, select: { userId: true } });
}

async function setTeams(tx: Tx, key: { readonly organizationId: string; readonly userId: string }, teamIds: readonly string[]): Promise<void> {
  const found = await tx.team.findMany({ where: { organizationId: key.organizationId, id: { in: [...teamIds] } }, select: { id: true } });
  const unknown = teamIds.findIndex((teamId) => !found.some(({ id }) => id === teamId));
  if (unknown !== -1) throw badField(`teamIds.${unknown}`, "is no team of this organization");
  await tx.teamMember.deleteMany({ where: { ...key, teamId: { notIn: [...teamIds] } } });
  await tx.teamMember.createMany({ data: teamIds.map((teamId) => ({ ...key, teamId })), skipDuplicates: true });
}
