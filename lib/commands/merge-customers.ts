import type { Prisma } from "@/generated/prisma/client";
import type { CustomerModel } from "@/generated/prisma/models";
import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import { maxTags } from "../contracts/common";
import { customerAttributes, maxAttributes } from "../contracts/customer-attributes";
import type { LiveTopic } from "../contracts/live";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockCustomersToMerge } from "../store/lock-customer";
import { logAllByHand } from "../store/log-by-hand";
import { moveConversations, type MovedConversation } from "../store/move-conversations";
import { mergedAway } from "./lock-named-customer";
import { recordAudit } from "./record-audit";
import { relinkConversations } from "./relink-conversations";

interface Pair {
  readonly survivor: CustomerModel;
  readonly merged: CustomerModel;
}

/**
 * Merges a customer into another, who survives (the routing contract, §2 edge 14): the survivor's link to a dedicated
 * agent wins, and only where there is none they take the other's. What still needs routing follows that link within the
 * wait it began with; what is assigned stays where it is. Merged into that one already: nothing happens.
 *
 * @throws AppError `not_found`, `validation_failed` for one and the same, `conflict` where one of them was merged before.
 */
export async function mergeCustomers(actor: Actor, survivorId: string, mergedId: string): Promise<void> {
  const { organizationId } = actor;
  const conversationIds = await transaction(async (tx) => {
    const pair = await lockPair(tx, organizationId, survivorId, mergedId);
    if (pair === null) return null;
    const now = await databaseNow(tx);
    const moved = await moveConversations(tx, { organizationId, fromId: mergedId, toId: survivorId });
    await tx.visitor.updateMany({ where: { organizationId, customerId: mergedId }, data: { customerId: survivorId } });
    await mergeRows(tx, pair, now);
    await logMerged(tx, actor, pair, moved, now);
    await recordAudit(tx, actor, {
      action: "customer.merged",
      subject: { kind: "customer", id: mergedId, name: pair.merged.name },
      changes: [{ field: "merged into", from: null, to: pair.survivor.name }],
    });
    const link = pair.survivor.dedicatedAgentId ?? pair.merged.dedicatedAgentId;
    const relinked = await relinkConversations(tx, actor, survivorId, link);
    return new Set([...moved.map(({ id }) => id), ...relinked]);
  });
  if (conversationIds === null) return;
  const topics = [...conversationIds].map((id): LiveTopic => `conversation:${id}`);
  announce(organizationId, [`customer:${survivorId}`, `customer:${mergedId}`, ...topics], { needsRouting: true });
}

/** @returns null when they are merged already. */
async function lockPair(tx: Tx, organizationId: string, survivorId: string, mergedId: string): Promise<Pair | null> {
  await lockCustomersToMerge(tx, organizationId, [survivorId, mergedId]);
  const rows = await tx.customer.findMany({ where: { organizationId, id: { in: [survivorId, mergedId] } } });
  const survivor = rows.find(({ id }) => id === survivorId);
  if (!survivor) throw new AppError("not_found", "There is no customer by that id.");
  if (survivorId === mergedId) throw badField("customerId", "is the customer themselves: name the one to be merged into them");
  const merged = rows.find(({ id }) => id === mergedId);
  if (!merged) throw new AppError("not_found", "There is no customer to be merged by that id.");
  if (survivor.mergedIntoId !== null) throw mergedAway(survivor.mergedIntoId);
  if (merged.mergedIntoId === survivorId) return null;
  if (merged.mergedIntoId !== null) throw mergedAway(merged.mergedIntoId);
  return { survivor, merged };
}

/** The survivor's own always wins; what they lack they take from the other, who keeps what finds them and is not taken. */
async function mergeRows(tx: Tx, { survivor, merged }: Pair, now: Date): Promise<void> {
  const { organizationId } = survivor;
  const takes = { email: survivor.email === null, externalId: survivor.externalId === null };
  await tx.customer.update({
    where: { organizationId_id: { organizationId, id: merged.id } },
    data: {
      mergedIntoId: survivor.id,
      mergedAt: now,
      ...noLink,
      ...(takes.email && { email: null }),
      ...(takes.externalId && { externalId: null }),
    },
    select: { id: true },
  });
  // Those merged into them before: nobody has to go from one to the next.
  await tx.customer.updateMany({ where: { organizationId, mergedIntoId: merged.id }, data: { mergedIntoId: survivor.id } });
  await tx.customer.update({
    where: { organizationId_id: { organizationId, id: survivor.id } },
    data: {
      ...(takes.email && { email: merged.email }),
      ...(takes.externalId && { externalId: merged.externalId }),
      ...(survivor.dedicatedAgentId === null && linkOf(merged)),
      language: survivor.language ?? merged.language,
      tags: [...new Set([...survivor.tags, ...merged.tags])].slice(0, maxTags),
      attributes: mergedAttributes(survivor, merged),
    },
    select: { id: true },
  });
}

const noLink = { dedicatedAgentId: null, dedicatedAgentSetAt: null, dedicatedAgentSetById: null } as const;

function linkOf({ dedicatedAgentId, dedicatedAgentSetAt, dedicatedAgentSetById }: CustomerModel) {
  return { dedicatedAgentId, dedicatedAgentSetAt, dedicatedAgentSetById };
}

function mergedAttributes(survivor: CustomerModel, merged: CustomerModel): Prisma.InputJsonObject {
  const own = customerAttributes.parse(survivor.attributes);
  const others = Object.entries(customerAttributes.parse(merged.attributes)).filter(([key]) => !Object.hasOwn(own, key));
  return Object.fromEntries([...Object.entries(own), ...others].slice(0, maxAttributes));
}

async function logMerged(tx: Tx, actor: Actor, { survivor, merged }: Pair, moved: readonly MovedConversation[], now: Date): Promise<void> {
  const facts = {
    now: now.getTime(),
    actor: { kind: actor.kind, name: actor.name },
    loadAfter: null,
    capacity: null,
    snoozedUntil: null,
    fromCustomerName: merged.name,
    toCustomerName: survivor.name,
  };
  const entries = moved.map(({ id, routingState, assigneeId }) => ({
    conversationId: id,
    code: "merged" as const,
    outcome: routingState,
    agentId: assigneeId,
    actorUserId: actor.userId,
    facts: { ...facts, previousAgentId: assigneeId },
  }));
  await logAllByHand(tx, actor.organizationId, entries);
}
