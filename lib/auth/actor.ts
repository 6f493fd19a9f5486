import { AppError } from "../contracts/app-error";
import { permissions, type Permission } from "./permissions";

/** Who asks: a signed-in user or an API key, within one organization. */
export interface Actor {
  readonly kind: "user" | "api_key";
  readonly organizationId: string;
  /** Null for an API key. */
  readonly userId: string | null;
  /** Null for a user. */
  readonly apiKeyId: string | null;
  readonly name: string;
  /** From which network address, as far as the server can tell. */
  readonly address: string | null;
  readonly permissions: ReadonlySet<Permission>;
}

export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** Without it, who the dedicated agent is stays out of every answer, filter and sentence. */
export function maySeeDedicatedAgents(actor: Actor): boolean {
  return may(actor, "customer.dedicated_agent.view");
}

/** @throws AppError `forbidden` that names what is missing. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    throw new AppError("forbidden", `This needs the permission ${permission}: ${permissions[permission]} Ask an administrator for it.`);
  }
}
