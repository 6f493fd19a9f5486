import { auditSubject, type OwnAccount } from "../auth/own-account";
import { AppError } from "../contracts/app-error";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";

/** Ends one of one's own sessions, whichever device it is on. @throws AppError `not_found` */
export async function endSession(account: OwnAccount, sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.authSession.deleteMany({ where: { id: sessionId, userId: account.authUserId } });
    if (count === 0) throw new AppError("not_found", "That session has ended already.");
    await recordAudit(tx, account.actor, { action: "session.revoked", subject: auditSubject(account), changes: [{ field: "sessions ended", from: null, to: "1" }] });
  });
}

/** Ends all one's sessions but the one that asks. */
export async function endOtherSessions(account: OwnAccount): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.authSession.deleteMany({ where: { userId: account.authUserId, NOT: { id: account.sessionId } } });
    if (count > 0) {
      await recordAudit(tx, account.actor, { action: "session.revoked", subject: auditSubject(account), changes: [{ field: "sessions ended", from: null, to: `${count}` }] });
    }
  });
}
