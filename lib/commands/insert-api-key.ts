import { formatApiKey, hashSecret, newSecret } from "../auth/api-key";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { recordAudit, type AuditBy } from "./record-audit";

interface NewKey {
  readonly name: string;
  readonly permissionSet: { readonly id: string; readonly name: string };
  /** Null: never. */
  readonly expiresAt: Date | null;
}

/** Writes a key, of which only the secret's hash is kept, and its audit entry. @returns null when a key has that name */
export async function insertApiKey(tx: Tx, by: AuditBy, { name, permissionSet, expiresAt }: NewKey): Promise<{ readonly keyId: string; readonly token: string } | null> {
  const { organizationId } = by;
  const [keyId, secret] = [newId(), newSecret()];
  const createdById = by.kind === "system" ? null : by.userId;
  const made = await tx.apiKey.createMany({
    data: [{ organizationId, id: keyId, name, secretHash: hashSecret(secret), permissionSetId: permissionSet.id, createdById, expiresAt }],
    skipDuplicates: true,
  });
  if (made.count === 0) return null;
  await recordAudit(tx, by, {
    action: "api_key.created",
    subject: { kind: "api_key", id: keyId, name },
    changes: [{ field: "permission set", from: null, to: permissionSet.name }, ...(expiresAt === null ? [] : [{ field: "expires", from: null, to: expiresAt.toISOString() }])],
  });
  return { keyId, token: formatApiKey({ organizationId, keyId, secret }) };
}
