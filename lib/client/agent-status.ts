import type { StatusShape } from "@/components/ui/status-dot";
import type { AgentStatus, AgentSummary } from "@/lib/contracts/users";

/** How a status is said and drawn, everywhere the same. */
export const agentStatuses = {
  available: { label: "Available", shape: "full" },
  busy: { label: "Busy", shape: "barred" },
  unavailable: { label: "Unavailable", shape: "half" },
  offline: { label: "Offline", shape: "ring" },
} as const satisfies Record<AgentStatus, { label: string; shape: StatusShape }>;

/** In the order a person chooses from. */
export const agentStatusOrder = ["available", "busy", "unavailable", "offline"] as const satisfies readonly AgentStatus[];

/** What an agent's status is called: by the organization's own name, if they chose one of those. Its shape tells the type. */
export function statusNameOf({ status, customStatus }: Pick<AgentSummary, "status" | "customStatus">): string {
  return customStatus?.name ?? agentStatuses[status].label;
}
