import { may, requirePermission, type Actor } from "../auth/actor";
import { heldPermissions } from "../auth/held-permissions";
import { requireMayTakeFrom } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import type { LiveTopic } from "../contracts/live";
import type { DeactivateUserBody, HandOver } from "../contracts/users";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockHeld, lockLinks, writeLinks, type LockedLink, type NewLink } from "../store/hand-over";
import { lockOrganization } from "../store/lock-organization";
import { lockUsers } from "../store/lock-users";
import { chooseLinks, possibleHeirs } from "./heirs";
import { keepAdministrators } from "./keep-administrators";
import { recordAudit, recordAudits } from "./record-audit";
import { releaseHeld } from "./release-held";
import { takeBack } from "./take-back";
import { readStanding, type UserStanding } from "./user-standing";

/**
 * Deactivates a user: signed out at once, offline, and what they hold is routed again. Their customers are handed over as
 * was said; without the permission to change dedicated agents links stay, and count as none (the routing contract, §2
 * edge 2). All in one transaction. Locks: users, customers, the organization, conversations, agents. Deactivated already:
 * nothing happens.
 *
 * @throws AppError `not_found`, `forbidden`, `agent_not_routable`, `validation_failed`; `conflict` for oneself, the last
 * who may manage users, and customers of whom nothing was said or who are more or fewer than was shown
 */
export async function deactivateUser(actor: Actor, userId: string, { handOver, revokeApiKeys }: DeactivateUserBody): Promise<void> {
  const { organizationId } = actor;
  if (actor.userId === userId) throw new AppError("conflict", "You can't deactivate yourself. Ask somebody else who manages users.");
  if (handOver) requirePermission(actor, "customer.dedicated_agent.edit");
  if (revokeApiKeys) requirePermission(actor, "api_key.manage");
  const topics = await transaction(async (tx): Promise<LiveTopic[] | null> => {
    const locked = await lockUsers(tx, organizationId, [userId, ...(await possibleHeirs(tx, organizationId, userId, handOver))]);
    const user = await readStanding(tx, organizationId, userId);
    if (!user.isActive) return null;
    requireMayTakeFrom(actor, user.name, heldPermissions(user));
    const customers = await lockLinks(tx, { organizationId, userId });
    await lockOrganization(tx, organizationId);
    const links = await handOverLinks(tx, actor, user, { linked: customers.filter(({ isLinked }) => isLinked), handOver, locked: [...locked].filter((id) => id !== userId) });
    const held = await lockHeld(tx, { organizationId, userId }, customers.map(({ id }) => id));
    const conversationIds = await releaseHeld(tx, actor, { leaverId: userId, held, links });
    await keepAdministrators(tx, organizationId, () => signOut(tx, organizationId, user));
    if (revokeApiKeys) await revokeKeys(tx, actor, userId);
    await recordAudit(tx, actor, { action: "user.deactivated", subject: { kind: "user", id: userId, name: user.name } });
    return ["settings", "access", `agent:${userId}`, ...conversationIds.map((id): LiveTopic => `conversation:${id}`), ...links.map(({ customerId }): LiveTopic => `customer:${customerId}`)];
  });
  if (topics === null) return;
  announce(organizationId, topics, { needsRouting: true });
  // What came to them while this waited for its locks.
  await takeBack({ organizationId, userId });
}

interface Leaver {
  readonly linked: readonly LockedLink[];
  readonly handOver: HandOver | undefined;
  readonly locked: readonly string[];
}

async function handOverLinks(tx: Tx, actor: Actor, user: UserStanding, { linked, handOver, locked }: Leaver): Promise<NewLink[]> {
  const { organizationId } = actor;
  const count = linked.length === 1 ? "1 customer" : `${linked.length} customers`;
  if (!handOver) {
    if (linked.length === 0 || !may(actor, "customer.dedicated_agent.edit") || !may(actor, "customer.dedicated_agent.view")) return [];
    throw new AppError("conflict", `${user.name} is the dedicated agent of ${count}. Say in handOver what becomes of them.`);
  }
  if (handOver.customerCount !== linked.length) throw new AppError("conflict", `${user.name} is the dedicated agent of ${count} now, not of ${handOver.customerCount}. Look again, and then decide.`);
  const links = await chooseLinks(tx, organizationId, handOver, { customerIds: linked.map(({ id }) => id), locked });
  if (links.length === 0) return [];
  await writeLinks(tx, organizationId, links, { now: await databaseNow(tx), setById: actor.userId });
  await recordHandOver(tx, actor, user, linked, links);
  return links;
}

/** Of each customer, and of all together. */
async function recordHandOver(tx: Tx, actor: Actor, user: UserStanding, linked: readonly LockedLink[], links: readonly NewLink[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { agentId } of links) if (agentId !== null) counts.set(agentId, (counts.get(agentId) ?? 0) + 1);
  const heirs = await tx.user.findMany({ where: { organizationId: actor.organizationId, id: { in: [...counts.keys()] } }, select: { id: true, name: true } });
  const nameOf = new Map(heirs.map(({ id, name }) => [id, name]));
  const newOf = new Map(links.map(({ customerId, agentId }) => [customerId, agentId === null ? null : (nameOf.get(agentId) ?? null)]));
  await recordAudits(tx, actor, [
    ...linked.map(({ id, name }) => ({
      action: "customer.dedicated_agent_changed" as const,
      subject: { kind: "customer" as const, id, name },
      changes: [{ field: "Dedicated Agent", from: user.name, to: newOf.get(id) ?? null }],
    })),
    {
      action: "customers.handed_over",
      subject: { kind: "user", id: user.id, name: user.name },
      changes: [...counts].map(([id, count]) => ({ field: "customers", from: user.name, to: `${nameOf.get(id) ?? "Somebody"}: ${count}` })),
    },
  ]);
}

/** The session, the presence, the status and the invitation of a leaver. */
async function signOut(tx: Tx, organizationId: string, { id, authUserId }: UserStanding): Promise<void> {
  const now = await databaseNow(tx);
  await tx.user.update({ where: { organizationId_id: { organizationId, id } }, data: { isActive: false }, select: { id: true } });
  if (authUserId !== null) await tx.authSession.deleteMany({ where: { userId: authUserId } });
  await tx.invitation.updateMany({ where: { organizationId, userId: id, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
  await tx.agentPresence.deleteMany({ where: { organizationId, userId: id } });
  await tx.agent.updateMany({ where: { organizationId, userId: id }, data: { status: "offline", statusSince: now, customStatusId: null, handsBack: true } });
}

async function revokeKeys(tx: Tx, actor: Actor, userId: string): Promise<void> {
  const { organizationId } = actor;
  const keys = await tx.apiKey.findMany({ where: { organizationId, createdById: userId, revokedAt: null }, select: { id: true, name: true } });
  await tx.apiKey.updateMany({ where: { organizationId, id: { in: keys.map(({ id }) => id) }, revokedAt: null }, data: { revokedAt: await databaseNow(tx) } });
  await recordAudits(tx, actor, keys.map(({ id, name }) => ({ action: "api_key.revoked", subject: { kind: "api_key", id, name } })));
}
