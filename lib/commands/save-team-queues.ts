import { AppError, badField } from "../contracts/app-error";
import type { PutTeamQueuesBody } from "../contracts/teams";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";

/** Says which queues a team serves from now on, and which only as overflow. @throws AppError `not_found`, `validation_failed` for a queue there isn't */
export async function saveTeamQueues(organizationId: string, teamId: string, { queues }: PutTeamQueuesBody): Promise<void> {
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const team = await tx.team.findUnique({ where: { organizationId_id: { organizationId, id: teamId } }, select: { id: true } });
    if (!team) throw new AppError("not_found", "There is no team by that id.");
    const present = await tx.queue.findMany({ where: { organizationId }, select: { id: true } });
    for (const [index, { queueId }] of queues.entries()) {
      if (!present.some(({ id }) => id === queueId)) throw badField(`queues.${index}.queueId`, "is no queue of this organization");
    }
    await tx.teamQueue.deleteMany({ where: { organizationId, teamId } });
    await tx.teamQueue.createMany({ data: queues.map((queue) => ({ organizationId, teamId, ...queue })) });
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}
