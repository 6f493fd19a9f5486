import { hashPassword } from "better-auth/crypto";
import { forgetVerifications, spendResetToken, whoseResetToken } from "../auth/password-reset";
import { AppError } from "../contracts/app-error";
import type { ResetPasswordBody } from "../contracts/password-resets";
import { database, transaction } from "../store/database";
import { lockUsers } from "../store/lock-users";
import { withinOrganization } from "../store/scope";
import { recordAudit } from "./record-audit";

/**
 * Sets a forgotten password by a link, and ends all sessions of its user. A second factor stays on: whoever reads
 * somebody's mail has one of the two.
 *
 * @param address the network address it is done from, for the audit log
 * @returns the e-mail to sign in with
 * @throws AppError `not_found` for a link that was used, has expired or never was one, or whose user may not sign in
 */
export async function resetPassword({ token, newPassword }: ResetPasswordBody, address: string): Promise<{ readonly email: string }> {
  const whose = await whoseResetToken(database(), token);
  if (!whose) throw noSuchLink();
  const { organizationId, authUserId, email } = whose;
  // Slow on purpose, and so before any lock, and only for links that open something.
  const password = await hashPassword(newPassword);
  return withinOrganization(organizationId, () =>
    transaction(async (tx) => {
      const known = await tx.user.findFirst({ where: { organizationId, authUserId }, select: { id: true } });
      if (!known) throw noSuchLink();
      await lockUsers(tx, organizationId, [known.id]);
      // Under the lock: they may have left meanwhile.
      const user = await tx.user.findFirst({ where: { organizationId, id: known.id, isActive: true }, select: { id: true, name: true } });
      if (!user || !(await spendResetToken(tx, token))) throw noSuchLink();
      const { count } = await tx.authAccount.updateMany({ where: { userId: authUserId, providerId: "credential" }, data: { password } });
      if (count === 0) throw noSuchLink();
      await forgetVerifications(tx, authUserId);
      await tx.authSession.deleteMany({ where: { userId: authUserId } });
      const by = { kind: "user", organizationId, userId: user.id, apiKeyId: null, name: user.name, address, permissions: new Set<never>() } as const;
      await recordAudit(tx, by, { action: "password.reset", subject: { kind: "user", id: user.id, name: user.name } });
      return { email };
    }),
  );
}

function noSuchLink(): AppError {
  return new AppError("not_found", "This link opens nothing: it was used, or is more than an hour old. Ask for another.");
}
