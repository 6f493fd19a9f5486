import { setTimeout as sleep } from "node:timers/promises";
import { database } from "../store/database";

/** How often the row is asked when another process routes. */
const pollMs = 25;

/**
 * Resolves when the router has decided a conversation, or when the time is over: the caller reads what stands.
 *
 * @param routed what announcing the fact returned: when this process's own pass has gone well, the row need not be asked.
 */
export async function settle(organizationId: string, conversationId: string, withinMs: number, routed: Promise<boolean> | null): Promise<void> {
  const timeIsOver = AbortSignal.timeout(withinMs);
  const over = new Promise<false>((resolve) => timeIsOver.addEventListener("abort", () => resolve(false), { once: true }));
  if (routed !== null && (await Promise.race([routed, over]))) return;
  while (!timeIsOver.aborted) {
    const conversation = await database().conversation.findFirst({
      where: { organizationId, id: conversationId },
      select: { routingState: true },
    });
    if (conversation?.routingState !== "pending") return;
    await sleep(pollMs);
  }
}
