import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";
import { holdUser } from "../store/lock-users";

/**
 * Holds a user who can be routed conversations until the transaction ends, so that nobody deactivates them meanwhile.
 *
 * @throws AppError `not_found` for no user of the organization, `agent_not_routable` for one who can't be routed conversations.
 */
export async function requireRoutableAgent(tx: Tx, organizationId: string, userId: string): Promise<void> {
  const user = await holdUser(tx, organizationId, userId);
  if (!user) throw new AppError("not_found", "There is no user by that id.");
  if (user.isActive && user.isAgent && user.mayBeRouted) return;
  const why = user.isActive ? "has no permission to be routed conversations" : "is deactivated";
  throw new AppError("agent_not_routable", `${user.name} ${why}. Choose somebody else.`);
}
