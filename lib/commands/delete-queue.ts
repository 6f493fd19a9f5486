import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import type { DeleteQueueBody } from "../contracts/queues";
import type { LiveTopic } from "../contracts/live";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { emptyQueue, lockQueue, type MovedToQueue } from "../store/empty-queue";
import { lockOrganization } from "../store/lock-organization";
import { logAllByHand } from "../store/log-by-hand";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";
import { redirectRules } from "./redirect-rules";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** However many conversations there ever were in it. */
const timeoutMs = 120_000;

/** More lists than so many are read again as a whole. */
const maxTopics = 500;

/**
 * Deletes a queue. Its conversations go to another one, open ones and done ones, and the rules that led to it lead there;
 * teams lose it from their routing profiles. The default queue stays, because conversations must always have one.
 *
 * @returns how many conversations moved
 * @throws AppError `not_found`, `conflict` for the default queue, `validation_failed` for a queue they can't go to
 */
export async function deleteQueue(actor: Actor, queueId: string, { moveToQueueId }: DeleteQueueBody): Promise<{ movedConversations: number }> {
  const { organizationId } = actor;
  const { living, count } = await transaction(
    async (tx) => {
      await lockOrganization(tx, organizationId);
      if (!(await lockQueue(tx, organizationId, queueId))) throw new AppError("not_found", "There is no queue by that id.");
      const queues = await tx.queue.findMany({ where: { organizationId, id: { in: [queueId, moveToQueueId] } } });
      const from = queues.find(({ id }) => id === queueId);
      const to = queues.find(({ id }) => id === moveToQueueId);
      if (!from) throw new AppError("not_found", "There is no queue by that id.");
      if (from.isDefault) throw new AppError("conflict", "The default queue can't be deleted. Make another queue the default first.");
      if (!to) throw badField("moveToQueueId", "is no queue of this organization");
      if (to.id === from.id) throw badField("moveToQueueId", "is the queue to be deleted: name another");
      const emptied = await emptyQueue(tx, { organizationId, fromQueueId: from.id, to });
      await logMoved(tx, actor, from, to, emptied.living);
      const rules = await redirectRules(tx, actor, from.id, to.id);
      const teams = await leaveTeams(tx, organizationId, from.id);
      await tx.queue.delete({ where: { organizationId_id: { organizationId, id: from.id } }, select: { id: true } });
      const changes = changesOf({ teams }, { "conversations moved": emptied.count, "moved to": to.name, "rules that lead there now": rules });
      await recordAudit(tx, actor, { action: "queue.deleted", subject: { kind: "queue", id: from.id, name: from.name }, changes });
      return emptied;
    },
    { timeoutMs },
  );
  const topics = living.slice(0, maxTopics).map(({ id }): LiveTopic => `conversation:${id}`);
  announce(organizationId, ["settings", ...topics], { needsRouting: true });
  return { movedConversations: count };
}

/** @returns the names of those that served it */
async function leaveTeams(tx: Tx, organizationId: string, queueId: string): Promise<string[]> {
  const served = await tx.teamQueue.findMany({ where: { organizationId, queueId }, orderBy: [{ team: { name: "asc" } }, { teamId: "asc" }], select: { team: { select: { name: true } } } });
  await tx.teamQueue.deleteMany({ where: { organizationId, queueId } });
  return served.map(({ team }) => team.name);
}

async function logMoved(tx: Tx, actor: Actor, from: Named, to: Named, living: readonly MovedToQueue[]): Promise<void> {
  const facts = {
    now: (await databaseNow(tx)).getTime(),
    actor: { kind: actor.kind, name: actor.name },
    loadAfter: null,
    capacity: null,
    snoozedUntil: null,
    fromCustomerName: null,
    toCustomerName: null,
    queueName: to.name,
    fromQueueName: from.name,
  };
  const entries = living.map(({ id, routingState, assigneeId }) => ({
    conversationId: id,
    code: "queue_deleted" as const,
    outcome: routingState,
    agentId: assigneeId,
    actorUserId: actor.userId,
    facts: { ...facts, previousAgentId: assigneeId },
  }));
  await logAllByHand(tx, actor.organizationId, entries);
}
