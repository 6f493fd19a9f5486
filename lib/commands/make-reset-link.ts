import type { Actor } from "../auth/actor";
import { createResetToken, hasPassword, type ResetToken } from "../auth/password-reset";
import { AppError } from "../contracts/app-error";
import { transaction } from "../store/database";
import { accountToMend } from "./account-to-mend";
import { recordAudit } from "./record-audit";

/**
 * A link by which a user sets another password, to be handed to them.
 *
 * @throws AppError as accountToMend(), and `conflict` for who has no password
 */
export function makeResetLink(actor: Actor, userId: string): Promise<ResetToken> {
  return transaction(async (tx) => {
    const { id, name, authUserId } = await accountToMend(tx, actor, userId);
    if (!(await hasPassword(tx, authUserId))) throw new AppError("conflict", `${name} has no password here: they sign in with single sign-on.`);
    const made = await createResetToken(tx, authUserId);
    await recordAudit(tx, actor, { action: "password.reset_link_made", subject: { kind: "user", id, name } });
    return made;
  });
}
