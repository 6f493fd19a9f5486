import type { Actor } from "../auth/actor";
import { formatApiKey, hashSecret, newSecret } from "../auth/api-key";
import { requireMayGive } from "../auth/may-give";
import type { CreateApiKeyBody } from "../contracts/api-keys";
import { AppError, badField } from "../contracts/app-error";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";
import { newId } from "../store/new-id";
import { recordAudit } from "./record-audit";

/**
 * Makes an API key with one of the organization's permission sets.
 *
 * @returns its id, and its token, which is told this once: only its hash is kept
 * @throws AppError `already_exists` for a name a key has, `forbidden` for a set that holds more than the actor has
 */
export async function createApiKey(actor: Actor, { name, permissionSetId, expiresAt }: CreateApiKeyBody): Promise<{ readonly keyId: string; readonly token: string }> {
  const { organizationId, userId } = actor;
  const secret = newSecret();
  const keyId = newId();
  await transaction(async (tx) => {
    const set = await tx.permissionSet.findUnique({ where: { organizationId_id: { organizationId, id: permissionSetId } }, select: { name: true, permissions: true } });
    if (!set) throw badField("permissionSetId", "is no permission set of this organization");
    requireMayGive(actor, set.permissions);
    if (expiresAt !== undefined && new Date(expiresAt) <= (await databaseNow(tx))) throw badField("expiresAt", "must be in the future");
    const made = await tx.apiKey.createMany({
      data: [{ organizationId, id: keyId, name, secretHash: hashSecret(secret), permissionSetId, createdById: userId, expiresAt: expiresAt === undefined ? null : new Date(expiresAt) }],
      skipDuplicates: true,
    });
    if (made.count === 0) throw new AppError("already_exists", `There is an API key ${name} already. Choose another name.`);
    await recordAudit(tx, actor, {
      action: "api_key.created",
      subject: { kind: "api_key", id: keyId, name },
      changes: [{ field: "permission set", from: null, to: set.name }, ...(expiresAt === undefined ? [] : [{ field: "expires", from: null, to: expiresAt }])],
    });
  });
  return { keyId, token: formatApiKey({ organizationId, keyId, secret }) };
}
