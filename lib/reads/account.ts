import { auth } from "../auth/auth";
import type { OwnAccount } from "../auth/own-account";
import type { Account, SessionList } from "../contracts/account";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { deviceName } from "./device-name";

/** How one signs in; asked of nobody but oneself. */
export async function readAccount({ authUserId }: Pick<OwnAccount, "authUserId">): Promise<Account> {
  const identity = await database().authUser.findFirstOrThrow({
    where: { id: authUserId },
    select: { twoFactorEnabled: true, accounts: { where: { providerId: "credential", NOT: { password: null } }, select: { id: true } } },
  });
  return { hasPassword: identity.accounts.length > 0, secondFactor: identity.twoFactorEnabled === true ? { recoveryCodesLeft: await recoveryCodesLeft(authUserId) } : null };
}

async function recoveryCodesLeft(authUserId: string): Promise<number> {
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: authUserId } });
  return backupCodes.length;
}

/** One's own sessions that are still open. */
export async function listSessions({ authUserId, sessionId }: Pick<OwnAccount, "authUserId" | "sessionId">): Promise<SessionList> {
  const now = await databaseNow(database());
  const rows = await database().authSession.findMany({
    where: { userId: authUserId, expiresAt: { gt: now } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
  });
  const items = rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    device: deviceName(userAgent),
    address: ipAddress === "" ? null : ipAddress,
    createdAt: createdAt.toISOString(),
    lastUsedAt: updatedAt.toISOString(),
    isCurrent: id === sessionId,
  }));
  return { items: [...items.filter(({ isCurrent }) => isCurrent), ...items.filter(({ isCurrent }) => !isCurrent)], now: now.toISOString() };
}
