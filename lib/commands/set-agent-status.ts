import { AppError, badField } from "../contracts/app-error";
import type { SetStatusBody } from "../contracts/users";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { holdCustomStatus } from "../store/custom-statuses";
import { transaction, type Tx } from "../store/database";
import { takeBack } from "./take-back";

/**
 * Sets what an agent says of themselves: a plain status, or one the organization added. As it is already: nothing
 * happens, and `statusSince` stays. Who goes away is offered nothing any more, and hands back what they were; with
 * *Requeue when offline* also what they hold.
 *
 * @throws AppError `not_found`, `agent_not_routable`, `invalid_request` for a custom status there isn't.
 */
export async function setAgentStatus(organizationId: string, userId: string, body: SetStatusBody): Promise<void> {
  const hasChanged = await transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { organizationId_id: { organizationId, id: userId } },
      select: { name: true, isActive: true, agent: { select: { userId: true } } },
    });
    if (!user) throw new AppError("not_found", "There is no user by that id.");
    if (!user.isActive || !user.agent) throw new AppError("agent_not_routable", `${user.name} is not an active agent and has no status.`);
    const chosen = await chosenStatus(tx, organizationId, body);
    const { count } = await tx.agent.updateMany({
      where: { organizationId, userId, OR: [{ status: { not: chosen.status } }, otherThan(chosen.customStatusId)] },
      data: { ...chosen, statusSince: await databaseNow(tx), handsBack: chosen.status !== "available", changes: { increment: 1 } },
    });
    return count > 0;
  });
  if (!hasChanged) return;
  announce(organizationId, [`agent:${userId}`], { needsRouting: true });
  await takeBack({ organizationId, userId });
}

async function chosenStatus(tx: Tx, organizationId: string, { status, customStatusId }: SetStatusBody) {
  if (status !== undefined) return { status, customStatusId: null };
  const custom = customStatusId === undefined ? null : await holdCustomStatus(tx, organizationId, customStatusId);
  if (!custom || customStatusId === undefined) throw badField("customStatusId", "is no status of this organization");
  return { status: custom.type, customStatusId };
}

/** SQL's `<>` is not true of null. */
function otherThan(customStatusId: string | null) {
  return customStatusId === null ? { customStatusId: { not: null } } : { OR: [{ customStatusId: null }, { customStatusId: { not: customStatusId } }] };
}
