import { z } from "zod";
import { id, instant, nameRef, text } from "./common";

export const apiKey = z
  .strictObject({
    id,
    name: z.string(),
    permissionSet: nameRef,
    createdAt: instant,
    /** Null: it was made on the machine itself. */
    createdBy: nameRef.nullable(),
    /** To the minute; null: never yet. */
    lastUsedAt: instant.nullable(),
    /** Null: never. */
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof apiKey>;

/** The newest first; those that still work before those that don't. */
export const apiKeyList = z.strictObject({ items: z.array(apiKey), now: instant }).meta({ id: "ApiKeyList" });

export const createApiKeyBody = z
  .strictObject({
    name: text(100),
    /** May hold no permission that the one who makes the key has not. */
    permissionSetId: id,
    /** In the future; left out: it never expires. */
    expiresAt: z.iso.datetime().optional(),
  })
  .meta({ id: "CreateApiKey" });
export type CreateApiKeyBody = z.infer<typeof createApiKeyBody>;

/** The one time that the key itself is told: only its hash is kept. */
export const createdApiKey = z.strictObject({ key: apiKey, token: z.string() }).meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.infer<typeof createdApiKey>;
