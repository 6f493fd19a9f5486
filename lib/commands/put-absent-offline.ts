import { announce } from "../router/announce";
import { leaveOffline, type AgentKey } from "../store/presence";

/**
 * Puts an agent offline whose workspace has not been heard of for longer than the grace period; asked again in the
 * rows, since they may have come back. What they are to hand back is marked there, and taken by whoever finds the mark.
 */
export async function putAbsentOffline(agent: AgentKey, graceMs: number): Promise<void> {
  if (await leaveOffline(agent, graceMs)) announce(agent.organizationId, [`agent:${agent.userId}`], { needsRouting: true });
}
