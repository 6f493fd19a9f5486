import type { RoutingSettings } from "@/lib/contracts/routing-settings";

/** What a save means now for those who wait. */
export function savedSentence(before: RoutingSettings, after: RoutingSettings): string {
  if (before.dedicatedAgentEnabled && !after.dedicatedAgentEnabled) {
    return "Dedicated Agent is off: conversations that waited are routed normally now.";
  }
  const waiting = waitingSentence(after.waitingCount);
  return waiting ?? "No conversation is waiting for a dedicated agent now.";
}

export function waitingSentence(waitingCount: number): string | null {
  if (waitingCount === 0) return null;
  return waitingCount === 1
    ? "1 conversation is waiting; it keeps the wait it began with."
    : `${waitingCount} conversations are waiting; they keep the wait they began with.`;
}
