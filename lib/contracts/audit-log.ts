import { z } from "zod";
import { id, instant, page, pageQuery } from "./common";

/** Everything the audit log tells of, in words that follow somebody's name. */
export const auditActions = {
  "routing_settings.saved": "saved the routing settings",
  "queue_rules.saved": "saved the queue rules",
  "business_hours.saved": "saved the business hours",
  "custom_statuses.saved": "saved the statuses",
  "queue.created": "added the queue",
  "queue.updated": "changed the queue",
  "queue.deleted": "deleted the queue",
  "queues.ordered": "put the queues in another order",
  "team.created": "added the team",
  "team.updated": "changed the team",
  "team.deleted": "deleted the team",
  "channel.created": "added the channel",
  "channel.updated": "changed the channel",
  "user.invited": "invited",
  "user.joined": "took up the invitation",
  "invitation.renewed": "renewed the invitation of",
  "invitation.revoked": "revoked the invitation of",
  "user.updated": "changed the user",
  "user.deactivated": "deactivated the user",
  "user.reactivated": "reactivated the user",
  "customers.handed_over": "handed over the customers of",
  "permission_set.created": "made the permission set",
  "permission_set.updated": "changed the permission set",
  "permission_set.deleted": "deleted the permission set",
  "api_key.created": "made the API key",
  "api_key.revoked": "revoked the API key",
  "customer.dedicated_agent_changed": "changed the dedicated agent of",
  "customer.merged": "merged the customer",
  "organization.created": "created the organization",
  "organization.updated": "changed the organization",
  "session.signed_in": "signed in",
  "session.sign_in_failed": "could not sign in",
  "session.signed_out": "signed out",
  "session.revoked": "ended sessions of",
  "password.changed": "changed the password of",
  "password.reset_link_made": "made a link to reset the password of",
  "password.reset": "reset by link the password of",
  "second_factor.enabled": "switched the second factor on for",
  "second_factor.disabled": "switched the second factor off for",
  "second_factor.recovery_codes_renewed": "made new recovery codes for",
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof auditActions;

export const auditSubjectKinds = ["organization", "settings", "queue", "team", "channel", "user", "permission_set", "api_key", "customer"] as const;

export type AuditSubjectKind = (typeof auditSubjectKinds)[number];

/** A field as people call it, and its value before and after as they read it; null: none. */
export const auditChange = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

export type AuditChange = z.infer<typeof auditChange>;

const actions = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

export const auditSources = ["screen", "api_key", "import", "system"] as const;

export const auditEntry = z
  .strictObject({
    id,
    at: instant,
    /** From where it was done. */
    source: z.enum(auditSources),
    /** The network address it was done from, where there was one. */
    address: z.string().nullable(),
    actor: z.strictObject({ userId: id.nullable(), apiKeyId: id.nullable(), name: z.string() }),
    action: z.enum(actions),
    subject: z.strictObject({ kind: z.enum(auditSubjectKinds), id: id.nullable(), name: z.string() }),
    changes: z.array(auditChange),
    /** The whole in words. */
    sentence: z.string(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;

const filter = {
  action: z.enum(actions).optional(),
  subjectKind: z.enum(auditSubjectKinds).optional(),
  subjectId: id.optional(),
  actorUserId: id.optional(),
  /** From this instant on. */
  from: z.iso.datetime().optional(),
  /** Before this instant. */
  to: z.iso.datetime().optional(),
};

export const listAuditQuery = pageQuery.extend(filter);
export const exportAuditQuery = z.strictObject(filter);
export type AuditFilter = z.output<typeof exportAuditQuery>;

/** The newest first. */
export const auditPage = page(auditEntry).meta({ id: "AuditPage" });
