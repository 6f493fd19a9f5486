/** Everything that can be permitted, and what it permits. Permission sets are lists of these; there is no order among them. */
export const permissions = {
  "conversation.read": "See conversations and their messages.",
  "conversation.reply": "Answer customers: in conversations assigned to oneself, or in any with conversation.assign.",
  "conversation.create": "Open a conversation to a customer, which is then one's own.",
  "conversation.receive": "Record what customers write, as integrations do: begin conversations and add messages in their name.",
  "conversation.update": "Mark done, snooze and reopen: one's own conversations, or any with conversation.assign.",
  "conversation.be_routed": "Be given conversations by the router.",
  "conversation.assign": "Assign conversations to anybody or to nobody, and work on those of others.",
  "conversation.route_now": "End a conversation's wait for its dedicated agent.",
  "conversation.move": "Move a conversation to another customer's timeline.",
  "customer.read": "See customers.",
  "customer.write": "Add customers and change their details.",
  "customer.merge": "Merge customers.",
  "customer.dedicated_agent.view": "See who a customer's dedicated agent is, wherever it shows.",
  "customer.dedicated_agent.edit": "Link a customer to a dedicated agent, change or remove the link.",
  "user.read": "See users, their teams, status and load.",
  "user.set_status": "Set the status of others.",
  "status.set_own": "Set one's own status.",
  "routing_settings.read": "See the routing settings.",
  "routing_settings.write": "Change the routing settings.",
  "routing_log.read": "See why conversations are where they are.",
  "user.manage": "Invite users, change their teams, permission set and capacity, deactivate them.",
  "permission_set.manage": "Make and change permission sets.",
  "channel.manage": "Add, rename and switch off channels.",
  "api_key.manage": "Make and revoke API keys.",
  "audit_log.read": "See who changed what.",
  "organization.manage": "Change the organization itself: its name and how its people sign in.",
} as const satisfies Record<string, string>;

export type Permission = keyof typeof permissions;

const agent = [
  "conversation.read",
  "conversation.reply",
  "conversation.create",
  "conversation.update",
  "conversation.be_routed",
  "customer.read",
  "customer.write",
  "customer.dedicated_agent.view",
  "user.read",
  "status.set_own",
  "routing_log.read",
] as const satisfies readonly Permission[];

const manager = [
  ...agent,
  "conversation.receive",
  "conversation.assign",
  "conversation.route_now",
  "conversation.move",
  "customer.merge",
  "customer.dedicated_agent.edit",
  "user.set_status",
  "routing_settings.read",
] as const satisfies readonly Permission[];

const admin = [
  ...manager,
  "routing_settings.write",
  "user.manage",
  "permission_set.manage",
  "channel.manage",
  "api_key.manage",
  "audit_log.read",
] as const satisfies readonly Permission[];

const owner = [...admin, "organization.manage"] as const satisfies readonly Permission[];

/** The sets every organization begins with, each with all of the one before. */
export const defaultPermissionSets = {
  Agent: agent,
  Manager: manager,
  Admin: admin,
  Owner: owner,
} as const satisfies Record<string, readonly Permission[]>;

export type DefaultPermissionSet = keyof typeof defaultPermissionSets;

/** What of a stored list this version of Kith knows. */
export function knownPermissions(stored: readonly string[]): ReadonlySet<Permission> {
  return new Set(stored.filter(isPermission));
}

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}

/** An active user with such a set can be routed conversations. */
export function letsBeRouted(stored: readonly string[]): boolean {
  return stored.includes("conversation.be_routed" satisfies Permission);
}
