import { AppError } from "../contracts/app-error";
import { agentSelect, isRoutable } from "../reads/agent-summary";
import type { Tx } from "../store/database";

/** @throws AppError `not_found` for no user of the organization, `agent_not_routable` for one who can't be routed conversations. */
export async function requireRoutableAgent(tx: Tx, organizationId: string, userId: string): Promise<void> {
  const user = await tx.user.findUnique({ where: { organizationId_id: { organizationId, id: userId } }, select: agentSelect });
  if (!user) throw new AppError("not_found", "There is no user by that id.");
  if (isRoutable(user)) return;
  const why = user.isActive ? "has no permission to be routed conversations" : "is deactivated";
  throw new AppError("agent_not_routable", `${user.name} ${why}. Choose somebody else.`);
}
