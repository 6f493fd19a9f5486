import type { Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import type { PutTeamQueuesBody } from "../contracts/teams";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

type Served = PutTeamQueuesBody["queues"];

/** Says which queues a team serves from now on, and which only as overflow. @throws AppError `not_found`, `validation_failed` for a queue there isn't */
export async function saveTeamQueues(actor: Actor, teamId: string, { queues }: PutTeamQueuesBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const team = await tx.team.findFirst({ where: { organizationId, id: teamId }, select: { name: true, queues: { select: { queueId: true, isOverflow: true } } } });
    if (!team) throw new AppError("not_found", "There is no team by that id.");
    const present = await tx.queue.findMany({ where: { organizationId }, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } });
    for (const [index, { queueId }] of queues.entries()) {
      if (!present.some(({ id }) => id === queueId)) throw badField(`queues.${index}.queueId`, "is no queue of this organization");
    }
    await tx.teamQueue.deleteMany({ where: { organizationId, teamId } });
    await tx.teamQueue.createMany({ data: queues.map((queue) => ({ organizationId, teamId, ...queue })) });
    const inWords = (served: Served) => ({ queues: namesOf(present, served, false), "overflow queues": namesOf(present, served, true) });
    const changes = changesOf(inWords(team.queues), inWords(queues));
    if (changes.length > 0) await recordAudit(tx, actor, { action: "team.updated", subject: { kind: "team", id: teamId, name: team.name }, changes });
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}

function namesOf(queues: readonly { readonly id: string; readonly name: string }[], served: Served, isOverflow: boolean): string[] {
  return queues.filter(({ id }) => served.some((each) => each.queueId === id && each.isOverflow === isOverflow)).map(({ name }) => name);
}
