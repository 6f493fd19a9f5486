import type { Permission } from "@/lib/auth/permissions";

export interface RoutingTab {
  readonly href: string;
  readonly label: string;
  /** Without it the tab is not offered. */
  readonly permission: Permission;
}

export const routingPath = "/settings/platform/routing";

/** What there is to set about routing, in the order in which it is shown. */
export const routingTabs: readonly RoutingTab[] = [
  { href: `${routingPath}/queues`, label: "Queues", permission: "routing_settings.read" },
  { href: `${routingPath}/teams`, label: "Teams", permission: "routing_settings.read" },
  { href: `${routingPath}/statuses`, label: "Statuses", permission: "routing_settings.read" },
  { href: `${routingPath}/settings`, label: "Settings", permission: "routing_settings.read" },
];

export function routingTabsFor(permissions: readonly string[]): readonly RoutingTab[] {
  return routingTabs.filter(({ permission }) => permissions.includes(permission));
}
