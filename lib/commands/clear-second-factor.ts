import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { transaction } from "../store/database";
import { accountToMend } from "./account-to-mend";
import { recordAudit } from "./record-audit";

/** For who has lost their phone and their recovery codes. @throws AppError as accountToMend(), and `conflict` where there is none */
export function clearSecondFactor(actor: Actor, userId: string): Promise<void> {
  return transaction(async (tx) => {
    const { id, name, authUserId } = await accountToMend(tx, actor, userId);
    const { count } = await tx.authUser.updateMany({ where: { id: authUserId, twoFactorEnabled: true }, data: { twoFactorEnabled: false } });
    if (count === 0) throw new AppError("conflict", `${name} has no second factor.`);
    await tx.authTwoFactor.deleteMany({ where: { userId: authUserId } });
    await recordAudit(tx, actor, { action: "second_factor.disabled", subject: { kind: "user", id, name } });
  });
}
