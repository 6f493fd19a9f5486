import type { Permission } from "@/lib/auth/permissions";

export interface PermissionInWords {
  readonly permission: Permission;
  readonly label: string;
  /** One sentence on what it lets people do. */
  readonly sentence: string;
}

export interface PermissionGroup {
  readonly title: string;
  readonly permissions: readonly PermissionInWords[];
}

/** Every permission once, in the words of people who hand them out; the daily work first. */
export const permissionGroups: readonly PermissionGroup[] = [
  {
    title: "Conversations",
    permissions: [
      { permission: "conversation.read", label: "View", sentence: "See conversations and their messages." },
      { permission: "conversation.reply", label: "Reply", sentence: "Answer customers in one’s own conversations." },
      { permission: "conversation.create", label: "Start", sentence: "Write to a customer first; the conversation is then one’s own." },
      { permission: "conversation.update", label: "Mark done and snooze", sentence: "Mark one’s own conversations done, snooze and reopen them." },
      { permission: "conversation.be_routed", label: "Be routed", sentence: "Be given conversations by the router." },
      { permission: "conversation.assign", label: "Assign", sentence: "Assign conversations to anybody or nobody, and work on those of others." },
      { permission: "conversation.route_now", label: "Route now", sentence: "End a conversation’s wait for its dedicated agent." },
      { permission: "conversation.move", label: "Move", sentence: "Move a conversation to another customer." },
      { permission: "conversation.receive", label: "Receive", sentence: "Record what customers write. Meant for integrations, not for people." },
      { permission: "routing_log.read", label: "View the routing log", sentence: "See why a conversation is where it is." },
    ],
  },
  {
    title: "Customers",
    permissions: [
      { permission: "customer.read", label: "View", sentence: "See customers and their details." },
      { permission: "customer.write", label: "Edit", sentence: "Add customers and change their details." },
      { permission: "customer.merge", label: "Merge", sentence: "Make one customer of two." },
    ],
  },
  {
    title: "Dedicated Agent attribute",
    permissions: [
      { permission: "customer.dedicated_agent.view", label: "View", sentence: "See who a customer’s dedicated agent is. Without it, nothing in Kith tells." },
      { permission: "customer.dedicated_agent.edit", label: "Edit", sentence: "Link a customer to a dedicated agent, change or remove the link." },
    ],
  },
  {
    title: "People",
    permissions: [
      { permission: "status.set_own", label: "Set one’s own status", sentence: "Say whether one is available, busy or unavailable." },
      { permission: "user.read", label: "View users", sentence: "See users, their teams, status and load." },
      { permission: "user.set_status", label: "Set the status of others", sentence: "Say for somebody else whether they are available." },
      { permission: "user.manage", label: "Manage users", sentence: "Invite users, change their teams, permission sets and capacity, deactivate them." },
    ],
  },
  {
    title: "Settings",
    permissions: [
      { permission: "routing_settings.read", label: "View routing", sentence: "See queues, rules, statuses and the routing settings." },
      { permission: "routing_settings.write", label: "Edit routing", sentence: "Change queues, rules, statuses and the routing settings." },
      { permission: "channel.manage", label: "Manage channels", sentence: "Add, rename and switch off channels." },
      { permission: "permission_set.manage", label: "Manage permission sets", sentence: "Make and change permission sets, with no more than one has." },
      { permission: "api_key.manage", label: "Manage API keys", sentence: "Make and revoke API keys, with no more than one has." },
      { permission: "audit_log.read", label: "View the audit log", sentence: "See who changed what, and when." },
      { permission: "organization.manage", label: "Manage the organization", sentence: "Change its name and how its people sign in." },
    ],
  },
];

/** "Customers: View"; a label alone says too little outside of its group. */
const names: ReadonlyMap<string, string> = new Map(permissionGroups.flatMap(({ title, permissions }) => permissions.map(({ permission, label }) => [permission, `${title}: ${label}`])));

export const permissionCount = names.size;

/** In the order of the groups. */
export function namesOfPermissions(permissions: readonly string[]): string[] {
  return [...names].filter(([permission]) => permissions.includes(permission)).map(([, name]) => name);
}
