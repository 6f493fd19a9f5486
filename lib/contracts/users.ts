import { z } from "zod";
import { id, instant, nameRef, page, pageQuery, text } from "./common";

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

/** Invited: they have not taken up their invitation yet. Deactivated: they can't sign in, and nothing is routed to them. */
export const userState = z.enum(["active", "invited", "deactivated"]).meta({ id: "UserState" });
export type UserState = z.infer<typeof userState>;

/** Of an agent, or of each agent of a team. */
export const capacity = z.number().int().min(0).max(1000);

export const user = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    isActive: z.boolean(),
    state: userState,
    permissionSet: nameRef,
    /** What these permit they may do too. */
    addedPermissionSets: z.array(nameRef),
    teams: z.array(nameRef),
    /** Their own; null: the largest of their routing-enabled teams counts. */
    ownCapacity: capacity.nullable(),
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
  state: userState.optional(),
  /** Members of this team. */
  teamId: id.optional(),
});
export const userPage = page(user).meta({ id: "UserPage" });

/** A plain status, or one of the organization's own. */
export const setStatusBody = z
  .strictObject({ status: agentStatus.optional(), customStatusId: id.optional() })
  .refine(({ status, customStatusId }) => (status === undefined) !== (customStatusId === undefined), { path: ["status"], message: "say either a status or a customStatusId" })
  .meta({ id: "SetStatus" });
export type SetStatusBody = z.infer<typeof setStatusBody>;

export const userName = text(100);

/** Each once. */
export const teamIds = z
  .array(id)
  .max(100)
  .transform((ids) => [...new Set(ids)]);

/** What is left out stays. */
export const updateUserBody = z
  .strictObject({ name: userName, permissionSetId: id, teamIds, ownCapacity: capacity.nullable() })
  .partial()
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateUser" });
export type UpdateUserBody = z.output<typeof updateUserBody>;

/** What becomes of the customers whose dedicated agent somebody is. `customerCount`: how many there are, as the caller was shown. */
const handOver = z
  .discriminatedUnion("to", [
    z.strictObject({ to: z.literal("agent"), agentId: id, customerCount: z.number().int().min(0) }),
    /** Evenly, by how many customers each of its members has then. */
    z.strictObject({ to: z.literal("team"), teamId: id, customerCount: z.number().int().min(0) }),
    z.strictObject({ to: z.literal("nobody"), customerCount: z.number().int().min(0) }),
  ])
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof handOver>;

export const deactivateUserBody = z
  .strictObject({
    /** Must be said by whoever may change dedicated agents, where there are customers; others leave the links as they are. */
    handOver: handOver.optional(),
    /** Also revoke the API keys they have made, whose tokens they know. */
    revokeApiKeys: z.boolean().default(false),
  })
  .meta({ id: "DeactivateUser" });
export type DeactivateUserBody = z.output<typeof deactivateUserBody>;

/** What hangs on a user who is to be deactivated. */
export const leaving = z
  .strictObject({
    /** How many customers have them as dedicated agent; absent without the permission to view the attribute. */
    customerCount: z.number().int().optional(),
    /** Open conversations that are theirs: they are routed again. */
    conversationCount: z.number().int(),
    /** API keys they made that still work; absent without the permission to manage keys. */
    apiKeys: z.array(nameRef).optional(),
  })
  .meta({ id: "Leaving" });
export type Leaving = z.infer<typeof leaving>;

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
