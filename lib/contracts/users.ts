import { z } from "zod";
import { id, instant, nameRef, page, pageQuery } from "./common";

export const agentStatus = z.enum(["available", "busy", "unavailable", "offline"]).meta({ id: "AgentStatus" });
export type AgentStatus = z.infer<typeof agentStatus>;

/** An agent as others see them: enough for a row, a picker, a status dot. */
export const agentSummary = z
  .strictObject({
    id,
    name: z.string(),
    status: agentStatus,
    /** The organization's own status of that type they chose; null: the plain one. */
    customStatus: nameRef.nullable(),
    statusSince: instant,
    /** Sum of the weights of their open conversations and of what they are offered. */
    load: z.number().int(),
    capacity: z.number().int(),
    /** Active, and their permission set lets them be routed conversations. */
    isRoutable: z.boolean(),
  })
  .meta({ id: "AgentSummary" });
export type AgentSummary = z.infer<typeof agentSummary>;

export const user = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    isActive: z.boolean(),
    permissionSet: nameRef,
    /** What these permit they may do too. */
    addedPermissionSets: z.array(nameRef),
    teams: z.array(nameRef),
    /** Null for a user without an agent's row. */
    agent: agentSummary.nullable(),
    /** How many customers have them as dedicated agent; absent without the permission to view the attribute. */
    dedicatedCustomerCount: z.number().int().optional(),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof user>;

export const listUsersQuery = pageQuery.extend({
  /** Part of the name or e-mail. */
  search: z.string().trim().max(100).optional(),
  /** Only those who can be routed conversations. */
  routable: z.stringbool().optional(),
});
export const userPage = page(user).meta({ id: "UserPage" });

/** A plain status, or one of the organization's own. */
export const setStatusBody = z
  .strictObject({ status: agentStatus.optional(), customStatusId: id.optional() })
  .refine(({ status, customStatusId }) => (status === undefined) !== (customStatusId === undefined), { path: ["status"], message: "say either a status or a customStatusId" })
  .meta({ id: "SetStatus" });
export type SetStatusBody = z.infer<typeof setStatusBody>;

/** Who is asking: the signed-in user or the API key, and what they may do. */
export const me = z
  .strictObject({
    organization: z.strictObject({ id, name: z.string(), slug: z.string() }),
    /** Null when an API key asks. */
    user: user.nullable(),
    permissions: z.array(z.string()),
    now: instant,
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;
