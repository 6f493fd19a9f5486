import { AppError } from "../contracts/app-error";
import { noteSeen } from "../store/presence";

/**
 * Records that a user's workspace is connected. It never changes their status: who went offline, by hand or because
 * the connection was lost, stays so until somebody says otherwise.
 *
 * @returns when they were last seen, by the database's clock.
 * @throws AppError `agent_not_routable`
 */
export async function recordPresence(organizationId: string, userId: string): Promise<Date> {
  const seenAt = await noteSeen({ organizationId, userId });
  if (!seenAt) throw new AppError("agent_not_routable", "You are not an agent, so nobody waits for your workspace.");
  return seenAt;
}
