import type { LiveTopic } from "../contracts/live";
import { announce } from "../router/announce";
import { settle } from "../router/settle";
import type { ChangedConversation } from "../store/change-conversation";

/** How long an answer waits for the router's decision; after that it says `pending`. */
const settleWithinMs = 1000;

/** Tells, after the commit, that a conversation changed, and wakes the router if it has something to decide. @returns as announce() */
export function announceChange({ before, after, changed }: ChangedConversation): Promise<boolean> | null {
  if (!changed) return null;
  const holder = { before: before.assigneeId ?? before.offeredToId, after: after.assigneeId ?? after.offeredToId };
  const agents = new Set([holder.before, holder.after].filter((id) => id !== null));
  const topics: LiveTopic[] = [
    `conversation:${after.id}`,
    ...[...agents].map((id): LiveTopic => `agent:${id}`),
    ...(before.customerId === after.customerId ? [] : ([`customer:${before.customerId}`, `customer:${after.customerId}`] as const)),
  ];
  const freesRoom = before.state === "open" && holder.before !== null && (after.state !== "open" || holder.after !== holder.before);
  // Passed over long enough, it held all room of its agent (the routing contract, §2 edge 8).
  const mayEndHold = before.routingState === "waiting" && before.passedOverSince !== null && after.routingState !== "waiting";
  return announce(after.organizationId, topics, { needsRouting: freesRoom || mayEndHold || after.routingState === "pending" });
}

/** As announceChange, and waits until the router has decided it, so that the answer can say how it ended. */
export async function announceAndSettle(change: ChangedConversation): Promise<void> {
  const routed = announceChange(change);
  const { organizationId, id, routingState } = change.after;
  if (routingState === "pending") await settle(organizationId, id, settleWithinMs, routed);
}
