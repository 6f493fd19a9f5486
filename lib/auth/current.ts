import { database } from "../store/database";
import { withinOrganization } from "../store/scope";
import type { Actor } from "./actor";
import { isSecret, parseApiKey } from "./api-key";
import { auth } from "./auth";
import { clientAddress } from "./client-address";
import { heldPermissions, heldSetsSelect } from "./held-permissions";
import { knownPermissions } from "./permissions";

/** That a key was used is written at most so often. */
const usedEveryMs = 60_000;
/** And that a session was. */
const sessionUsedEveryMs = 5 * 60_000;

/**
 * Who sent a request with these headers: by `Authorization: Bearer` with an API key, else by the session cookie.
 *
 * @returns null when nobody is signed in, the key is wrong, revoked or expired, or the user is no longer active.
 */
export async function currentActor(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) return actorOfApiKey(authorization.replace(/^Bearer +/i, "").trim(), clientAddress(headers));
  return headers.has("cookie") ? actorOfSession(headers) : null;
}

/** What `work` reads and writes is of the actor's organization. */
export function within<T>(actor: Actor, work: () => T | PromiseLike<T>): Promise<T> {
  return withinOrganization(actor.organizationId, work);
}

async function actorOfApiKey(token: string, address: string): Promise<Actor | null> {
  const parsed = parseApiKey(token);
  if (!parsed) return null;
  const { organizationId, keyId, secret } = parsed;
  const key = await withinOrganization(organizationId, () =>
    database().apiKey.findFirst({
      where: { organizationId, id: keyId },
      select: { id: true, name: true, secretHash: true, revokedAt: true, expiresAt: true, lastUsedAt: true, permissionSet: { select: { permissions: true } } },
    }),
  );
  const now = Date.now();
  if (!key || !isSecret(secret, key.secretHash) || key.revokedAt !== null || (key.expiresAt?.getTime() ?? Infinity) <= now) return null;
  if (now - (key.lastUsedAt?.getTime() ?? 0) >= usedEveryMs) await noteUse(organizationId, keyId, new Date(now));
  return {
    kind: "api_key",
    organizationId,
    userId: null,
    apiKeyId: key.id,
    name: key.name,
    address,
    permissions: knownPermissions(key.permissionSet.permissions),
  };
}

/** Many may come at once: one of them writes. */
function noteUse(organizationId: string, id: string, now: Date): Promise<unknown> {
  const before = new Date(now.getTime() - usedEveryMs);
  return withinOrganization(organizationId, () =>
    database().apiKey.updateMany({ where: { organizationId, id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] }, data: { lastUsedAt: now } }),
  );
}

async function actorOfSession(headers: Headers): Promise<Actor | null> {
  const session = await auth().api.getSession({ headers });
  if (!session) return null;
  const { id: authUserId, organizationId } = session.user;
  const user = await withinOrganization(organizationId, () =>
    database().user.findFirst({
      where: { organizationId, authUserId },
      select: { id: true, name: true, isActive: true, ...heldSetsSelect },
    }),
  );
  if (!user?.isActive) return null;
  await noteSessionUse(session.session);
  return {
    kind: "user",
    organizationId,
    userId: user.id,
    apiKeyId: null,
    name: user.name,
    address: clientAddress(headers),
    permissions: knownPermissions(heldPermissions(user)),
  };
}

/** Many may come at once: one of them writes. */
async function noteSessionUse({ id, updatedAt }: { readonly id: string; readonly updatedAt: Date }): Promise<void> {
  const now = Date.now();
  if (now - updatedAt.getTime() < sessionUsedEveryMs) return;
  await database().authSession.updateMany({ where: { id, updatedAt: { lte: new Date(now - sessionUsedEveryMs) } }, data: { updatedAt: new Date(now) } });
}
