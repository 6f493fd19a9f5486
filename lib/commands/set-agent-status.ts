import type { AgentStatus } from "../contracts/users";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";

/** Sets what an agent says of themselves. As it is already: nothing happens, and `statusSince` stays. @throws AppError `not_found`, `agent_not_routable` */
export async function setAgentStatus(organizationId: string, userId: string, status: AgentStatus): Promise<void> {
  const hasChanged = await transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { organizationId_id: { organizationId, id: userId } },
      select: { name: true, isActive: true, agent: { select: { userId: true } } },
    });
    if (!user) throw new AppError("not_found", "There is no user by that id.");
    if (!user.isActive || !user.agent) throw new AppError("agent_not_routable", `${user.name} is not an active agent and has no status.`);
    const { count } = await tx.agent.updateMany({
      where: { organizationId, userId, status: { not: status } },
      data: { status, statusSince: await databaseNow(tx), changes: { increment: 1 } },
    });
    return count > 0;
  });
  if (hasChanged) announce(organizationId, [`agent:${userId}`], { needsRouting: true });
}
