import { AppError } from "../contracts/app-error";
import type { UpdateQueueBody } from "../contracts/queues";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { beginOverflowTimes, endOverflowTimes } from "../store/overflow-times";

/**
 * Changes how a queue is served: what is left out stays. Weight and priority are copied at entry, so that they count for
 * conversations that enter from now on. An overflow time that is set begins now for those who stand in line without one;
 * one that is removed is removed from those who have not overflowed yet.
 *
 * @throws AppError `not_found`
 */
export async function updateQueue(organizationId: string, queueId: string, body: UpdateQueueBody): Promise<void> {
  const { strategy, overflowAfterSeconds, priority, weight } = body;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const { count } = await tx.queue.updateMany({
      where: { organizationId, id: queueId },
      data: {
        ...(strategy !== undefined && { strategy }),
        ...(overflowAfterSeconds !== undefined && { overflowAfterSeconds }),
        ...(priority !== undefined && { priority }),
        ...(weight !== undefined && { weight }),
      },
    });
    if (count === 0) throw new AppError("not_found", "There is no queue by that id.");
    if (overflowAfterSeconds === null) await endOverflowTimes(tx, { organizationId, queueId });
    else if (overflowAfterSeconds !== undefined) await beginOverflowTimes(tx, { organizationId, queueId }, overflowAfterSeconds);
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}
