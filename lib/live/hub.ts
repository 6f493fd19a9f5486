import type { LiveEvent, LiveTopic } from "../contracts/live";
import { shared } from "../store/shared";

export type Listener = (event: LiveEvent) => void;

/** Who in this process listens, by organization. */
function listeners(): Map<string, Set<Listener>> {
  return shared("live-listeners", () => new Map<string, Set<Listener>>());
}

/** Hears what changes in one organization until the returned function is called. */
export function subscribe(organizationId: string, listener: Listener): () => void {
  const all = listeners();
  const ofOrganization = all.get(organizationId) ?? new Set();
  all.set(organizationId, ofOrganization.add(listener));
  return () => {
    ofOrganization.delete(listener);
    if (ofOrganization.size === 0 && all.get(organizationId) === ofOrganization) all.delete(organizationId);
  };
}

/** Whether anybody listens to the organization through this process. */
export function hasListeners(organizationId: string): boolean {
  return listeners().has(organizationId);
}

/** Tells this process's listeners which things changed. */
export function publish(organizationId: string, topics: readonly LiveTopic[]): void {
  if (topics.length === 0) return;
  const event: LiveEvent = { kind: "changed", topics: [...topics] };
  for (const listener of listeners().get(organizationId) ?? []) listener(event);
}

/** Tells all listeners of this process that something may have been missed. */
export function publishResync(): void {
  for (const ofOrganization of listeners().values()) {
    for (const listener of ofOrganization) listener({ kind: "resync" });
  }
}
