import { limitPasswordAttempts } from "../auth/attempts";
import { authWithin } from "../auth/auth";
import { withRefusals } from "../auth/library-refusal";
import { auditSubject, type OwnAccount } from "../auth/own-account";
import { forgetVerifications } from "../auth/password-reset";
import type { ChangePasswordBody } from "../contracts/account";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";

/**
 * Changes one's own password and ends all one's sessions; this browser gets a new one.
 *
 * @returns headers that set its cookie
 * @throws AppError `validation_failed` for a wrong current password, `conflict` where there is none
 */
export function changePassword(account: OwnAccount, { currentPassword, newPassword }: ChangePasswordBody): Promise<Headers> {
  return limitPasswordAttempts(account.authUserId, () =>
    withRefusals({ password: "currentPassword" }, () =>
      transaction(async (tx) => {
        const { headers } = await authWithin(tx).api.changePassword({
          headers: account.headers,
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          returnHeaders: true,
        });
        await forgetVerifications(tx, account.authUserId);
        await recordAudit(tx, account.actor, { action: "password.changed", subject: auditSubject(account) });
        return headers;
      }),
    ),
  );
}
