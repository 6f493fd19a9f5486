import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The parts of an API key. It names its organization, so that the look-up goes by the primary key. */
export interface ApiKeyToken {
  readonly organizationId: string;
  readonly keyId: string;
  readonly secret: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const form = new RegExp(`^kith_(${uuid})_(${uuid})_([\\w-]{43})$`);

export function parseApiKey(token: string): ApiKeyToken | null {
  const [, organizationId, keyId, secret] = form.exec(token) ?? [];
  return organizationId && keyId && secret ? { organizationId, keyId, secret } : null;
}

export function formatApiKey({ organizationId, keyId, secret }: ApiKeyToken): string {
  return `kith_${organizationId}_${keyId}_${secret}`;
}

/** 256 random bits: too many to guess, so that a plain hash keeps them safe. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** In constant time. */
export function isSecret(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret), "hex");
  const kept = Buffer.from(hash, "hex");
  return given.length === kept.length && timingSafeEqual(given, kept);
}
