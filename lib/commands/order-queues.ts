import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import type { OrderQueuesBody } from "../contracts/queues";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

/**
 * Puts the queues in another order, in which lists show them; routing goes by their priority.
 *
 * @throws AppError `validation_failed` for a queue there isn't or that is named twice, `conflict` for one that is not named
 */
export async function orderQueues(actor: Actor, { queueIds }: OrderQueuesBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    // Rests nothing on it, but two who order at once must not mix.
    await lockOrganization(tx, organizationId);
    const present = await tx.queue.findMany({ where: { organizationId }, orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }], select: { id: true, name: true } });
    const ordered = queueIds.map((queueId, at) => {
      if (queueIds.indexOf(queueId) !== at) throw badField(`queueIds.${at}`, "is named twice");
      const queue = present.find(({ id }) => id === queueId);
      if (!queue) throw badField(`queueIds.${at}`, "is no queue of this organization");
      return queue;
    });
    const missing = present.find(({ id }) => !queueIds.includes(id));
    if (missing) throw new AppError("conflict", `The queue ${missing.name} has no place: it may be new. Read the queues again and name each.`);
    const changes = changesOf({ order: present.map(({ name }) => name) }, { order: ordered.map(({ name }) => name) });
    if (changes.length === 0) return;
    for (const [index, { id }] of ordered.entries()) await tx.queue.updateMany({ where: { organizationId, id }, data: { position: index + 1 } });
    await recordAudit(tx, actor, { action: "queues.ordered", subject: { kind: "settings", id: null, name: "" }, changes });
  });
  announce(organizationId, ["settings"]);
}
