import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { hashSecret, newSecret } from "./api-key";

const validForMs = 60 * 60 * 1000;
/** Kept beside what better-auth verifies, which begins otherwise. */
const prefix = "kith-password-reset:";

export interface ResetToken {
  /** Told this once: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Lets whoever has the token set this account's password, once and within the hour. */
export async function createResetToken(tx: Tx, authUserId: string): Promise<ResetToken> {
  const token = newSecret();
  const expiresAt = new Date((await databaseNow(tx)).getTime() + validForMs);
  await tx.authVerification.create({ data: { id: newId(), identifier: identifierOf(token), value: authUserId, expiresAt }, select: { id: true } });
  return { token, expiresAt };
}

/** Whose password a token sets; null: it was used, has expired or never was one. */
export async function whoseResetToken(db: Tx, token: string): Promise<{ readonly authUserId: string; readonly organizationId: string; readonly email: string } | null> {
  const row = await db.authVerification.findFirst({ where: { identifier: identifierOf(token), expiresAt: { gt: await databaseNow(db) } }, select: { value: true } });
  const identity = row && (await db.authUser.findFirst({ where: { id: row.value }, select: { id: true, organizationId: true, email: true } }));
  return identity && { authUserId: identity.id, organizationId: identity.organizationId, email: identity.email };
}

/** Of two at once one does. @returns false when it opens nothing any more */
export async function spendResetToken(tx: Tx, token: string): Promise<boolean> {
  const { count } = await tx.authVerification.deleteMany({ where: { identifier: identifierOf(token), expiresAt: { gt: await databaseNow(tx) } } });
  return count > 0;
}

/** Once the password is another, no other link opens anything, and no sign-in that began with the old one goes on. */
export async function forgetVerifications(tx: Tx, authUserId: string): Promise<void> {
  await tx.authVerification.deleteMany({ where: { value: authUserId } });
}

/** Who has only ever come by single sign-on has no password to forget. */
export async function hasPassword(tx: Tx, authUserId: string): Promise<boolean> {
  return (await tx.authAccount.count({ where: { userId: authUserId, providerId: "credential", password: { not: null } } })) > 0;
}

function identifierOf(token: string): string {
  return prefix + hashSecret(token);
}
