import type { Permission } from "./permissions";

/** What is of no use without another, which comes with it: one who edits an attribute sees it. */
const implied: Partial<Record<Permission, readonly Permission[]>> = {
  "conversation.reply": ["conversation.read"],
  "conversation.update": ["conversation.read"],
  "conversation.be_routed": ["conversation.read"],
  "conversation.assign": ["conversation.read"],
  "conversation.route_now": ["conversation.read"],
  "conversation.move": ["conversation.read", "customer.read"],
  "customer.write": ["customer.read"],
  "customer.merge": ["customer.read"],
  "customer.dedicated_agent.view": ["customer.read"],
  "customer.dedicated_agent.edit": ["customer.dedicated_agent.view", "customer.read"],
  "user.set_status": ["user.read"],
  "user.manage": ["user.read"],
  "routing_settings.write": ["routing_settings.read"],
};

/** These and what they imply, each once, in a stable order. */
export function withImplied(chosen: readonly Permission[]): Permission[] {
  return [...new Set(chosen.flatMap((permission) => [permission, ...(implied[permission] ?? [])]))].sort();
}
