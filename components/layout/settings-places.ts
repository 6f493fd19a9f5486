import type { Permission } from "@/lib/auth/permissions";

export interface SettingsPlace {
  readonly href: string;
  readonly label: string;
  readonly group: "Platform" | "Access";
  /** Without it the place is not offered. */
  readonly permission: Permission;
}

/** What there is to set, in the order in which it is shown. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { href: "/settings/platform/routing", label: "Routing", group: "Platform", permission: "routing_settings.read" },
  { href: "/settings/platform/channels", label: "Channels", group: "Platform", permission: "channel.manage" },
  { href: "/settings/access/users", label: "Users", group: "Access", permission: "user.manage" },
  { href: "/settings/access/permission-sets", label: "Permission sets", group: "Access", permission: "permission_set.manage" },
  { href: "/settings/access/api-keys", label: "API keys", group: "Access", permission: "api_key.manage" },
  { href: "/settings/access/audit-log", label: "Audit log", group: "Access", permission: "audit_log.read" },
];

export function placesFor(permissions: readonly string[]): readonly SettingsPlace[] {
  return settingsPlaces.filter(({ permission }) => permissions.includes(permission));
}
