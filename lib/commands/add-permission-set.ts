import type { Actor } from "../auth/actor";
import { requireMayGive } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { keepAdministrators } from "./keep-administrators";
import { recordAudit } from "./record-audit";

interface Addition {
  readonly permissionSetId: string;
  readonly userId: string;
}

/**
 * Gives a user a permission set beside their own, or takes one back; again it changes nothing. Nobody gives or takes
 * what they don't have.
 *
 * @throws AppError `not_found`, `forbidden`, `conflict`
 */
export async function addPermissionSet(actor: Actor, { permissionSetId, userId }: Addition, isAdded: boolean): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const set = await tx.permissionSet.findFirst({ where: { organizationId, id: permissionSetId }, select: { name: true, permissions: true } });
    const user = await tx.user.findFirst({ where: { organizationId, id: userId }, select: { name: true } });
    if (!set || !user) throw new AppError("not_found", `There is no ${set ? "user" : "permission set"} by that id.`);
    requireMayGive(actor, set.permissions);
    const addition = { organizationId, userId, permissionSetId };
    const { count } = isAdded
      ? await tx.addedPermissionSet.createMany({ data: [addition], skipDuplicates: true })
      : await keepAdministrators(tx, organizationId, () => tx.addedPermissionSet.deleteMany({ where: addition }));
    if (count === 0) return;
    await recordAudit(tx, actor, {
      action: "user.updated",
      subject: { kind: "user", id: userId, name: user.name },
      changes: [{ field: "added permission set", from: isAdded ? null : set.name, to: isAdded ? set.name : null }],
    });
  });
  announce(organizationId, ["settings", "access", `agent:${userId}`], { needsRouting: true });
}
