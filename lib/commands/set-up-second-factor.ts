import { forgetCodeAttempts, limitCodeAttempts, limitPasswordAttempts } from "../auth/attempts";
import { authWithin } from "../auth/auth";
import { withRefusals } from "../auth/library-refusal";
import { auditSubject, type OwnAccount } from "../auth/own-account";
import type { SecondFactorKey } from "../contracts/account";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";

/** Makes a key and recovery codes. Nothing asks for them yet: a code must show first that the key has arrived. */
export function beginSecondFactor(account: OwnAccount, password: string): Promise<SecondFactorKey> {
  return limitPasswordAttempts(account.authUserId, () =>
    withRefusals({}, () =>
      transaction(async (tx) => {
        const begun = await authWithin(tx).api.enableTwoFactor({ headers: account.headers, body: { password, method: "totp" } });
        if (begun.method !== "totp") throw new Error("better-auth set up another second factor than it was asked for");
        return { uri: begun.totpURI, key: new URL(begun.totpURI).searchParams.get("secret") ?? "", recoveryCodes: begun.backupCodes };
      }),
    ),
  );
}

/**
 * From here on signing in asks for a code.
 *
 * @returns headers that set the cookie of this browser's new session
 * @throws AppError `validation_failed` for a wrong code, `conflict` when nothing was begun
 */
export async function confirmSecondFactor(account: OwnAccount, code: string): Promise<Headers> {
  await limitCodeAttempts(account.authUserId, code);
  const headers = await withRefusals({}, () =>
    transaction(async (tx) => {
      const before = await tx.authUser.findUniqueOrThrow({ where: { id: account.authUserId }, select: { twoFactorEnabled: true } });
      const answer = await authWithin(tx).api.verifyTOTP({ headers: account.headers, body: { code }, returnHeaders: true });
      if (before.twoFactorEnabled !== true) await recordAudit(tx, account.actor, { action: "second_factor.enabled", subject: auditSubject(account) });
      return answer.headers;
    }),
  );
  await forgetCodeAttempts(account.authUserId);
  return headers;
}
