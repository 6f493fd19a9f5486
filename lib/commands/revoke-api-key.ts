import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";
import { recordAudit } from "./record-audit";

/** From the next request on it opens nothing. Revoked again it stays as it is. @throws AppError `not_found` */
export async function revokeApiKey(actor: Actor, keyId: string): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { organizationId_id: { organizationId, id: keyId } }, select: { name: true } });
    if (!key) throw new AppError("not_found", "There is no API key by that id.");
    const { count } = await tx.apiKey.updateMany({ where: { organizationId, id: keyId, revokedAt: null }, data: { revokedAt: await databaseNow(tx) } });
    if (count > 0) await recordAudit(tx, actor, { action: "api_key.revoked", subject: { kind: "api_key", id: keyId, name: key.name } });
  });
}
