import type { Actor } from "../auth/actor";
import { heldPermissions } from "../auth/held-permissions";
import { requireMayGive } from "../auth/may-give";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { lockUsers } from "../store/lock-users";
import { recordAudit } from "./record-audit";
import { readStanding } from "./user-standing";

/**
 * Lets a deactivated user sign in again, offline at first. Who had not joined yet needs their invitation renewed. Active
 * already: nothing happens.
 *
 * @throws AppError `not_found`, `forbidden` for one whose permission set holds more than the actor has
 */
export async function activateUser(actor: Actor, userId: string): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockUsers(tx, organizationId, [userId]);
    const user = await readStanding(tx, organizationId, userId);
    if (user.isActive) return;
    requireMayGive(actor, heldPermissions(user));
    await lockOrganization(tx, organizationId);
    await tx.user.update({ where: { organizationId_id: { organizationId, id: userId } }, data: { isActive: true }, select: { id: true } });
    await tx.agent.updateMany({ where: { organizationId, userId }, data: { changes: { increment: 1 } } });
    await recordAudit(tx, actor, { action: "user.reactivated", subject: { kind: "user", id: userId, name: user.name } });
  });
  announce(organizationId, [`agent:${userId}`, "settings"], { needsRouting: true });
}
