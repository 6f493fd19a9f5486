import { limitPasswordAttempts } from "../auth/attempts";
import { authWithin } from "../auth/auth";
import { withRefusals } from "../auth/library-refusal";
import { auditSubject, type OwnAccount } from "../auth/own-account";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";

/** New recovery codes; the ones before open nothing any more. */
export function renewRecoveryCodes(account: OwnAccount, password: string): Promise<string[]> {
  return limitPasswordAttempts(account.authUserId, () =>
    withRefusals({}, () =>
      transaction(async (tx) => {
        const { backupCodes } = await authWithin(tx).api.generateBackupCodes({ headers: account.headers, body: { password } });
        await recordAudit(tx, account.actor, { action: "second_factor.recovery_codes_renewed", subject: auditSubject(account) });
        return backupCodes;
      }),
    ),
  );
}

/** Signing in asks for no code any more. @returns headers that set the cookie of this browser's new session */
export function disableSecondFactor(account: OwnAccount, password: string): Promise<Headers> {
  return limitPasswordAttempts(account.authUserId, () =>
    withRefusals({}, () =>
      transaction(async (tx) => {
        const before = await tx.authUser.findUniqueOrThrow({ where: { id: account.authUserId }, select: { twoFactorEnabled: true } });
        const { headers } = await authWithin(tx).api.disableTwoFactor({ headers: account.headers, body: { password }, returnHeaders: true });
        if (before.twoFactorEnabled === true) await recordAudit(tx, account.actor, { action: "second_factor.disabled", subject: auditSubject(account) });
        return headers;
      }),
    ),
  );
}
