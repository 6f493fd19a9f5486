import { z } from "zod";
import { email, id, instant, nameRef, page, pageQuery } from "./common";
import { capacity, teamIds, userName } from "./users";

/** Better for people than rules about signs: length is what counts. */
export const minPasswordLength = 10;

export const password = z.string().min(minPasswordLength, `must have at least ${minPasswordLength} characters`).max(128, "must have 128 characters at most");

export const invitationState = z.enum(["open", "expired", "revoked", "accepted"]).meta({ id: "InvitationState" });
export type InvitationState = z.infer<typeof invitationState>;

export const invitation = z
  .strictObject({
    id,
    user: nameRef,
    email: z.string(),
    permissionSet: nameRef,
    state: invitationState,
    createdAt: instant,
    /** Null: an API key did. */
    createdBy: nameRef.nullable(),
    expiresAt: instant,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;

export const listInvitationsQuery = pageQuery;
/** Those that have not been taken up, the newest first. */
export const invitationPage = page(invitation).meta({ id: "InvitationPage" });

export const inviteUserBody = z
  .strictObject({
    email,
    /** They may change it when they accept; left out: the first part of the e-mail. */
    name: userName.optional(),
    /** May hold no permission that the one who invites has not. */
    permissionSetId: id,
    teamIds: teamIds.optional(),
    ownCapacity: capacity.nullish(),
  })
  .meta({ id: "InviteUser" });
export type InviteUserBody = z.output<typeof inviteUserBody>;

/** The one time that the link is told: only its hash is kept. */
export const madeInvitation = z
  .strictObject({
    invitation,
    link: z.string(),
    /** Whether the link was also sent by e-mail; `not_set`: this server sends none. */
    mail: z.enum(["sent", "failed", "not_set"]),
  })
  .meta({ id: "MadeInvitation" });
export type MadeInvitation = z.infer<typeof madeInvitation>;

export const acceptInvitationBody = z.strictObject({ token: z.string().max(200), name: userName, password }).meta({ id: "AcceptInvitation" });
export type AcceptInvitationBody = z.output<typeof acceptInvitationBody>;

export const acceptedInvitation = z.strictObject({ email: z.string() }).meta({ id: "AcceptedInvitation" });
