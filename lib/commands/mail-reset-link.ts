import { publicOrigin } from "../auth/environment";
import { createResetToken, hasPassword } from "../auth/password-reset";
import { passwordResetMail } from "../mail/password-reset-mail";
import { isMailSet, sendMail } from "../mail/send-mail";
import { database, transaction } from "../store/database";
import { withinOrganization } from "../store/scope";

/**
 * Whether this server can mail a link at all. It must know its own address: the one that a request names could be that
 * of somebody who wants to be sent the token.
 */
export function canMailResetLinks(): boolean {
  return isMailSet() && publicOrigin() !== null;
}

/** Mails a link to whoever signs in with this e-mail; to nobody, where that is no active user with a password. */
export async function mailResetLink(email: string): Promise<void> {
  const origin = publicOrigin();
  const identity = await database().authUser.findFirst({ where: { email }, select: { id: true, organizationId: true } });
  if (origin === null || !identity) return;
  const { id: authUserId, organizationId } = identity;
  const made = await withinOrganization(organizationId, () =>
    transaction(async (tx) => {
      const user = await tx.user.findFirst({ where: { organizationId, authUserId, isActive: true }, select: { name: true } });
      if (!user || !(await hasPassword(tx, authUserId))) return null;
      return { name: user.name, ...(await createResetToken(tx, authUserId)) };
    }),
  );
  if (made) await sendMail(passwordResetMail({ to: email, name: made.name, link: `${origin}/reset/${made.token}` }));
}
