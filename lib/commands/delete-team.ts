import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

/**
 * Deletes a team. Its members stay, with what they hold; they are given nothing more for its sake, from its queues or by
 * its capacity.
 *
 * @returns how many members it had
 * @throws AppError `not_found`
 */
export async function deleteTeam(actor: Actor, teamId: string): Promise<{ leftMembers: number }> {
  const { organizationId } = actor;
  const leftMembers = await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const where = { organizationId, teamId };
    const team = await tx.team.findFirst({
      where: { organizationId, id: teamId },
      select: {
        name: true,
        members: { orderBy: [{ user: { name: "asc" } }, { userId: "asc" }], select: { user: { select: { name: true } } } },
        queues: { orderBy: [{ queue: { name: "asc" } }, { queueId: "asc" }], select: { queue: { select: { name: true } } } },
      },
    });
    if (!team) throw new AppError("not_found", "There is no team by that id.");
    await tx.teamQueue.deleteMany({ where });
    await tx.teamMember.deleteMany({ where });
    await tx.team.delete({ where: { organizationId_id: { organizationId, id: teamId } }, select: { id: true } });
    const before = { members: team.members.map(({ user }) => user.name), queues: team.queues.map(({ queue }) => queue.name) };
    await recordAudit(tx, actor, { action: "team.deleted", subject: { kind: "team", id: teamId, name: team.name }, changes: changesOf(before, {}) });
    return team.members.length;
  });
  announce(organizationId, ["settings"], { needsRouting: true });
  return { leftMembers };
}
