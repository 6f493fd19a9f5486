import type { Actor } from "../auth/actor";
import { heldPermissions } from "../auth/held-permissions";
import { requireMayGive } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction, type Tx } from "../store/database";
import { lockUsers } from "../store/lock-users";
import { linkData, newLink, type MadeLink } from "./invite-user";
import { recordAudit } from "./record-audit";
import { readStanding, type UserStanding } from "./user-standing";

/**
 * Gives an invitation another link, valid for as long again; the one before opens nothing any more. Whoever has the link
 * becomes that user: so nobody renews the invitation of somebody who may do more than they.
 *
 * @throws AppError `not_found`, `conflict` when it was taken up or the user is deactivated, `forbidden`
 */
export async function renewInvitation(actor: Actor, invitationId: string): Promise<MadeLink> {
  const { organizationId } = actor;
  const { link, userId } = await transaction(async (tx) => {
    const user = await lockInvited(tx, organizationId, invitationId);
    requireMayGive(actor, heldPermissions(user));
    if (!user.isActive) throw new AppError("conflict", `${user.name} is deactivated. Activate them first.`);
    const link = newLink(organizationId, invitationId);
    await tx.invitation.update({ where: { organizationId_id: { organizationId, id: invitationId } }, data: await linkData(tx, actor, link), select: { id: true } });
    await recordAudit(tx, actor, { action: "invitation.renewed", subject: { kind: "user", id: user.id, name: user.name } });
    return { link, userId: user.id };
  });
  announce(organizationId, [`agent:${userId}`]);
  return link;
}

/** Under their lock, the user whom an invitation is for. @throws AppError `not_found`, `conflict` when they have joined */
export async function lockInvited(tx: Tx, organizationId: string, invitationId: string): Promise<UserStanding> {
  const invitation = await tx.invitation.findFirst({ where: { organizationId, id: invitationId }, select: { userId: true } });
  if (!invitation) throw new AppError("not_found", "There is no invitation by that id.");
  await lockUsers(tx, organizationId, [invitation.userId]);
  const user = await readStanding(tx, organizationId, invitation.userId);
  if (user.joinedAt !== null) throw new AppError("conflict", `${user.name} has taken up this invitation already.`);
  return user;
}
