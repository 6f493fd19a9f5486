import type { LiveTopic } from "../contracts/live";
import { publish } from "../live/hub";
import { sendToOtherProcesses } from "../live/notify";
import { runningRouter } from "./router";

/**
 * Tells, after a commit, what has changed: this process's live streams at once, the other processes by NOTIFY,
 * coalesced. Never inside a transaction: NOTIFY takes a lock at commit that all writers would queue for.
 *
 * @param options.needsRouting a fact the router must look at: wakes this process's router, or another process's.
 */
export function announce(organizationId: string, topics: readonly LiveTopic[], options: { readonly needsRouting?: boolean } = {}): void {
  publish(organizationId, topics);
  sendToOtherProcesses({ organizationId, topics });
  if (!options.needsRouting) return;
  const router = runningRouter();
  if (router) void router.passes.wake(organizationId);
  else sendToOtherProcesses({ organizationId, topics: [], wake: true });
}
