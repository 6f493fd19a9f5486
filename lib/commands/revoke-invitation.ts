import type { Actor } from "../auth/actor";
import { requireMayTakeFrom } from "../auth/may-give";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";
import { lockInvited } from "./renew-invitation";

/** Its link opens nothing any more, until it is renewed. Revoked already: nothing happens. @throws AppError `not_found`, `conflict`, `forbidden` */
export async function revokeInvitation(actor: Actor, invitationId: string): Promise<void> {
  const { organizationId } = actor;
  const userId = await transaction(async (tx) => {
    const user = await lockInvited(tx, organizationId, invitationId);
    requireMayTakeFrom(actor, user.name, user.permissionSet.permissions);
    const { count } = await tx.invitation.updateMany({ where: { organizationId, id: invitationId, revokedAt: null }, data: { revokedAt: await databaseNow(tx) } });
    if (count > 0) await recordAudit(tx, actor, { action: "invitation.revoked", subject: { kind: "user", id: user.id, name: user.name } });
    return user.id;
  });
  announce(organizationId, [`agent:${userId}`]);
}
