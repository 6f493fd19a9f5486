import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { CreateQueueBody } from "../contracts/queues";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { changesOf } from "./changes-of";
import { refuseTakenName } from "./name-taken";
import { queueInWords } from "./queue-in-words";
import { recordAudit } from "./record-audit";

/** Of an organization; so many are more than a settings page can show. */
const maxQueues = 500;

/**
 * Adds a queue, as the last. Nobody serves it yet, and no rule leads to it.
 *
 * @returns its id
 * @throws AppError `already_exists` for a name there is, `conflict` when there are too many
 */
export async function createQueue(actor: Actor, { name, priority = 50, weight = 1, strategy = "most_room", overflowAfterSeconds = null }: CreateQueueBody): Promise<string> {
  const { organizationId } = actor;
  const id = newId();
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const present = await tx.queue.findMany({ where: { organizationId }, select: { id: true, name: true, position: true } });
    refuseTakenName("queue", name, present);
    if (present.length >= maxQueues) throw new AppError("conflict", `There are ${maxQueues} queues already. Delete one that is not used.`);
    const fields = { name, priority, weight, strategy, overflowAfterSeconds };
    const position = 1 + Math.max(0, ...present.map((queue) => queue.position));
    await tx.queue.create({ data: { organizationId, id, ...fields, position }, select: { id: true } });
    const { name: _, ...told } = queueInWords(fields);
    await recordAudit(tx, actor, { action: "queue.created", subject: { kind: "queue", id, name }, changes: changesOf({}, told) });
  });
  announce(organizationId, ["settings"]);
  return id;
}
