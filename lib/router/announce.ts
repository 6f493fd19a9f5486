import type { LiveTopic } from "../contracts/live";
import { publish } from "../live/hub";
import { sendToOtherProcesses } from "../live/notify";
import { runningRouter } from "./router";

/**
 * Tells, after a commit, what has changed: this process's live streams at once, the other processes by NOTIFY,
 * coalesced. Never inside a transaction: NOTIFY takes a lock at commit that all writers would queue for.
 *
 * @param options.needsRouting a fact the router must look at: wakes this process's router, or another process's.
 * @returns resolves when this process's router has looked at it, whether that went well; null where it is left to another.
 */
export function announce(organizationId: string, topics: readonly LiveTopic[], options: { readonly needsRouting?: boolean } = {}): Promise<boolean> | null {
  publish(organizationId, topics);
  const router = runningRouter();
  const wakesOthers = options.needsRouting === true && router === null;
  sendToOtherProcesses({ organizationId, topics, ...(wakesOthers && { wake: true }) });
  return options.needsRouting && router ? router.passes.wake(organizationId) : null;
}
