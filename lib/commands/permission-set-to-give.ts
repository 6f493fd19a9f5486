import type { Actor } from "../auth/actor";
import { requireMayGive } from "../auth/may-give";
import { badField } from "../contracts/app-error";
import type { Tx } from "../store/database";

/** A permission set of the organization that the actor may give. @throws AppError `validation_failed`, `forbidden` */
export async function permissionSetToGive(tx: Tx, actor: Actor, id: string): Promise<{ readonly id: string; readonly name: string; readonly permissions: readonly string[] }> {
  const { organizationId } = actor;
  const set = await tx.permissionSet.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { id: true, name: true, permissions: true } });
  if (!set) throw badField("permissionSetId", "is no permission set of this organization");
  requireMayGive(actor, set.permissions);
  return set;
}
