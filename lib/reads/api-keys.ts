import type { Prisma } from "@/generated/prisma/client";
import { requirePermission, type Actor } from "../auth/actor";
import type { ApiKey } from "../contracts/api-keys";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

const apiKeySelect = {
  id: true,
  name: true,
  permissionSet: { select: nameSelect },
  createdAt: true,
  createdBy: { select: nameSelect },
  lastUsedAt: true,
  expiresAt: true,
  revokedAt: true,
} as const satisfies Prisma.ApiKeySelect;

/** The newest first; those that still work before those that don't. */
export async function listApiKeys(actor: Actor): Promise<{ items: ApiKey[]; now: string }> {
  requirePermission(actor, "api_key.manage");
  const rows = await database().apiKey.findMany({ where: { organizationId: actor.organizationId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: apiKeySelect });
  const now = await databaseNow(database());
  const works = ({ revokedAt, expiresAt }: (typeof rows)[number]) => revokedAt === null && (expiresAt === null || expiresAt > now);
  return { items: [...rows.filter(works), ...rows.filter((row) => !works(row))].map(toApiKey), now: now.toISOString() };
}

export async function readApiKey(organizationId: string, id: string): Promise<ApiKey> {
  return toApiKey(await database().apiKey.findFirstOrThrow({ where: { organizationId, id }, select: apiKeySelect }));
}

function toApiKey({ createdAt, createdBy, lastUsedAt, expiresAt, revokedAt, permissionSet, ...key }: Prisma.ApiKeyGetPayload<{ select: typeof apiKeySelect }>): ApiKey {
  return {
    ...key,
    permissionSet: toNameRef(permissionSet),
    createdAt: createdAt.toISOString(),
    createdBy: createdBy ? toNameRef(createdBy) : null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
