import type { Actor } from "../auth/actor";
import type { Me } from "../contracts/users";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { readUser } from "./users";

/** Who is asking, and what they may do. */
export async function getMe(actor: Actor): Promise<Me> {
  const [organization, user, now] = await Promise.all([
    database().organization.findFirstOrThrow({ where: { id: actor.organizationId }, select: { id: true, name: true, slug: true } }),
    actor.userId === null ? null : readUser(actor, actor.userId),
    databaseNow(database()),
  ]);
  return { organization, user, permissions: [...actor.permissions].sort(), now: now.toISOString() };
}
