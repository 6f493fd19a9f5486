import { setTimeout as sleep } from "node:timers/promises";
import { database } from "../store/database";
import { runningRouter } from "./router";

/** How often the row is asked when another process routes. */
const pollMs = 25;

/** Resolves when the router has decided a conversation, or when the time is over: the caller reads what stands. */
export async function settle(organizationId: string, conversationId: string, withinMs: number): Promise<void> {
  const timeIsOver = AbortSignal.timeout(withinMs);
  const over = new Promise<void>((resolve) => timeIsOver.addEventListener("abort", () => resolve(), { once: true }));
  while (!timeIsOver.aborted) {
    await Promise.race([runningRouter()?.passes.idle(organizationId), over]);
    const conversation = await database().conversation.findUnique({
      where: { organizationId_id: { organizationId, id: conversationId } },
      select: { routingState: true },
    });
    if (conversation?.routingState !== "pending") return;
    await sleep(pollMs);
  }
}
