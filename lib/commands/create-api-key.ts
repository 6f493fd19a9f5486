import type { Actor } from "../auth/actor";
import { requireMayGive } from "../auth/may-give";
import type { CreateApiKeyBody } from "../contracts/api-keys";
import { AppError, badField } from "../contracts/app-error";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";
import { insertApiKey } from "./insert-api-key";

/**
 * Makes an API key with one of the organization's permission sets.
 *
 * @returns its id, and its token, which is told this once
 * @throws AppError `already_exists` for a name a key has, `forbidden` for a set that holds more than the actor has
 */
export function createApiKey(actor: Actor, { name, permissionSetId, expiresAt: until }: CreateApiKeyBody): Promise<{ readonly keyId: string; readonly token: string }> {
  const { organizationId } = actor;
  const expiresAt = until === undefined ? null : new Date(until);
  return transaction(async (tx) => {
    const permissionSet = await tx.permissionSet.findUnique({ where: { organizationId_id: { organizationId, id: permissionSetId } }, select: { id: true, name: true, permissions: true } });
    if (!permissionSet) throw badField("permissionSetId", "is no permission set of this organization");
    requireMayGive(actor, permissionSet.permissions);
    if (expiresAt !== null && expiresAt <= (await databaseNow(tx))) throw badField("expiresAt", "must be in the future");
    const made = await insertApiKey(tx, actor, { name, permissionSet, expiresAt });
    if (made === null) throw new AppError("already_exists", `There is an API key ${name} already. Choose another name.`);
    return made;
  });
}
