import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { UpdateQueueBody } from "../contracts/queues";
import { announce } from "../router/announce";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { beginOverflowTimes, endOverflowTimes } from "../store/overflow-times";
import { changesOf } from "./changes-of";
import { refuseTakenName } from "./name-taken";
import { queueInWords } from "./queue-in-words";
import { recordAudit } from "./record-audit";

/**
 * Changes a queue and how it is served: what is left out stays. Weight and priority are copied at entry, so that they
 * count for conversations that enter from now on. An overflow time that is set begins now for those who stand in line
 * without one; one that is removed is removed from those who have not overflowed yet. Made the default, the one before
 * is it no longer.
 *
 * @throws AppError `not_found`, `already_exists` for the name of another
 */
export async function updateQueue(actor: Actor, queueId: string, { isDefault, ...body }: UpdateQueueBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const present = await tx.queue.findMany({ where: { organizationId } });
    const before = present.find(({ id }) => id === queueId);
    if (!before) throw new AppError("not_found", "There is no queue by that id.");
    const after = { ...before, ...given(body) };
    refuseTakenName("queue", after.name, present, queueId);
    const changes = changesOf(queueInWords(before), queueInWords(after));
    const { name, priority, weight, strategy, overflowAfterSeconds } = after;
    await tx.queue.updateMany({ where: { organizationId, id: queueId }, data: { name, priority, weight, strategy, overflowAfterSeconds } });
    if (isDefault === true && !before.isDefault) {
      await makeDefault(tx, organizationId, queueId);
      changes.push({ field: "default queue", from: present.find((queue) => queue.isDefault)?.name ?? null, to: name });
    }
    if (body.overflowAfterSeconds === null) await endOverflowTimes(tx, { organizationId, queueId });
    else if (body.overflowAfterSeconds !== undefined) await beginOverflowTimes(tx, { organizationId, queueId }, body.overflowAfterSeconds);
    if (changes.length > 0) await recordAudit(tx, actor, { action: "queue.updated", subject: { kind: "queue", id: queueId, name }, changes });
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}

/** One at most is the default: the index says so in every statement, so that the one before goes first. */
async function makeDefault(tx: Tx, organizationId: string, queueId: string): Promise<void> {
  await tx.queue.updateMany({ where: { organizationId, isDefault: true }, data: { isDefault: false } });
  await tx.queue.updateMany({ where: { organizationId, id: queueId }, data: { isDefault: true } });
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is named and undefined, which would undo what there is. */
function given({ name, priority, weight, strategy, overflowAfterSeconds }: Omit<UpdateQueueBody, "isDefault">): Given<Omit<UpdateQueueBody, "isDefault">> {
  return {
    ...(name !== undefined && { name }),
    ...(priority !== undefined && { priority }),
    ...(weight !== undefined && { weight }),
    ...(strategy !== undefined && { strategy }),
    ...(overflowAfterSeconds !== undefined && { overflowAfterSeconds }),
  };
}
