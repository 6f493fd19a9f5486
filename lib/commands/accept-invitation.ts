import { hashPassword } from "better-auth/crypto";
import { parseInvitationToken } from "../auth/invitation-token";
import { AppError } from "../contracts/app-error";
import type { AcceptInvitationBody } from "../contracts/invitations";
import { lookUpInvitation, type InvitationToShow } from "../reads/invitations";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockUsers } from "../store/lock-users";
import { newId } from "../store/new-id";
import { withinOrganization } from "../store/scope";
import { recordAudit } from "./record-audit";
import { readStanding, type UserStanding } from "./user-standing";

/**
 * Takes up an invitation: its user can sign in with this password from now on, and the link opens nothing any more. Of
 * two at once one does.
 *
 * @returns the e-mail to sign in with
 * @throws AppError `not_found` for a link that opens nothing, `conflict` for one that was used, is revoked or has expired,
 * or whose e-mail signs in to another organization of this server
 */
export async function acceptInvitation({ token, name, password }: AcceptInvitationBody): Promise<{ readonly email: string }> {
  const parsed = parseInvitationToken(token);
  const shown = parsed && (await lookUpInvitation(token));
  if (!parsed || !shown) throw noSuchLink();
  refuse(shown);
  // Slow on purpose, and so before any lock, and only for links that open something.
  const hash = await hashPassword(password);
  return withinOrganization(parsed.organizationId, async () => {
    const { organizationId } = parsed;
    const user = await transaction(async (tx) => {
      await lockUsers(tx, organizationId, [shown.userId]);
      // Under the lock: somebody may have used, renewed or revoked it meanwhile.
      const standing = await lookUpInvitation(token, tx);
      if (!standing) throw noSuchLink();
      refuse(standing);
      return join(tx, { organizationId, invitationId: parsed.invitationId, name, hash }, await readStanding(tx, organizationId, standing.userId));
    });
    announce(organizationId, [`agent:${user.id}`]);
    return { email: user.email };
  });
}

interface Joining {
  readonly organizationId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly hash: string;
}

async function join(tx: Tx, { organizationId, invitationId, name, hash }: Joining, user: UserStanding): Promise<UserStanding> {
  const { id, email } = user;
  const now = await databaseNow(tx);
  // Who sent the link vouches for the e-mail, as with every account that an administrator makes.
  const { count } = await tx.authUser.createMany({ data: [{ id, name, email, emailVerified: true, organizationId }], skipDuplicates: true });
  if (count === 0) throw new AppError("conflict", `${email} signs in here already, to something else. Ask for an invitation to another e-mail.`);
  await tx.authAccount.create({ data: { id: newId(), accountId: id, providerId: "credential", userId: id, password: hash }, select: { id: true } });
  await tx.user.update({ where: { organizationId_id: { organizationId, id } }, data: { authUserId: id, name, joinedAt: now }, select: { id: true } });
  await tx.invitation.update({ where: { organizationId_id: { organizationId, id: invitationId } }, data: { acceptedAt: now }, select: { id: true } });
  const by = { kind: "user", organizationId, userId: id, apiKeyId: null, name, address: null, permissions: new Set<never>() } as const;
  await recordAudit(tx, by, { action: "user.joined", subject: { kind: "user", id, name } });
  return user;
}

function refuse({ state }: InvitationToShow): void {
  switch (state) {
    case "open":
      return;
    case "accepted":
      throw new AppError("conflict", "This invitation has been used already. Sign in with the password that was chosen.");
    case "expired":
      throw new AppError("conflict", "This invitation has expired. Ask whoever invited you for a new link.");
    case "revoked":
      throw new AppError("conflict", "This invitation was withdrawn. Ask whoever invited you.");
  }
}

function noSuchLink(): AppError {
  return new AppError("not_found", "This link opens nothing: it may be incomplete, or there is a newer one. Ask whoever invited you.");
}
