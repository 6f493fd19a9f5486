import type { Context } from "hono";
import type { Actor } from "../../auth/actor";
import { clientAddress } from "../../auth/client-address";
import { linkOrigin } from "../../auth/environment";
import { countRequest } from "../../auth/rate-limit";
import { acceptInvitation } from "../../commands/accept-invitation";
import { inviteUser, type MadeLink } from "../../commands/invite-user";
import { renewInvitation } from "../../commands/renew-invitation";
import { revokeInvitation } from "../../commands/revoke-invitation";
import { acceptedInvitation, acceptInvitationBody, invitation, invitationPage, inviteUserBody, listInvitationsQuery, madeInvitation, type MadeInvitation } from "../../contracts/invitations";
import { log } from "../../log";
import { invitationMail } from "../../mail/invitation-mail";
import { isMailSet, sendMail } from "../../mail/send-mail";
import { listInvitations, organizationNameOf, readInvitation } from "../../reads/invitations";
import { operation } from "../operation";
import { byId } from "./by-id";

const common = { tag: "Users", access: "user.manage" } as const;

/** From one address, to accept: a password is hashed each time. */
const acceptLimit = { max: 30, windowSeconds: 600 };

export const invitationOperations = [
  operation(
    { ...common, operationId: "listInvitations", method: "get", path: "/invitations", summary: "Invitations that have not been taken up, the newest first", query: listInvitationsQuery, answer: { status: 200, description: "A page of invitations", schema: invitationPage } },
    ({ actor, query }) => listInvitations(actor, query),
  ),
  operation(
    {
      ...common,
      operationId: "inviteUser",
      method: "post",
      path: "/invitations",
      summary: "Invite somebody by a link",
      description: "The link is told this once. It can be used once, for 7 days. It is also sent by e-mail where this server sends any.",
      body: inviteUserBody,
      answer: { status: 201, description: "The invitation, and its link", schema: madeInvitation },
      problems: ["already_exists"],
    },
    async ({ actor, body, http }) => tell(actor, await inviteUser(actor, body), http),
  ),
  operation(
    {
      ...common,
      operationId: "renewInvitation",
      method: "post",
      path: "/invitations/{id}/renew",
      summary: "Give an invitation another link, for 7 days from now",
      description: "The link before opens nothing any more.",
      params: byId,
      answer: { status: 200, description: "The invitation, and its link", schema: madeInvitation },
      problems: ["conflict"],
    },
    async ({ actor, params, http }) => tell(actor, await renewInvitation(actor, params.id), http),
  ),
  operation(
    { ...common, operationId: "revokeInvitation", method: "post", path: "/invitations/{id}/revoke", summary: "Revoke an invitation until it is renewed", params: byId, answer: { status: 200, description: "The invitation as it is now", schema: invitation }, problems: ["conflict"] },
    async ({ actor, params }) => {
      await revokeInvitation(actor, params.id);
      return readInvitation(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      tag: "Users",
      access: "public",
      operationId: "acceptInvitation",
      method: "post",
      path: "/invitations/accept",
      summary: "Take up an invitation with a name and a password",
      description: "Then sign in with the e-mail and the password.",
      body: acceptInvitationBody,
      answer: { status: 200, description: "The e-mail to sign in with", schema: acceptedInvitation },
      problems: ["not_found", "conflict", "too_many_requests"],
    },
    async ({ body, http }) => {
      await countRequest(`invitation-from:${clientAddress(http.req.raw.headers)}`, acceptLimit);
      return acceptInvitation(body);
    },
  ),
];

/** The answer with the link, which is also sent where that can be done. */
async function tell(actor: Actor, { invitationId, token }: MadeLink, http: Context): Promise<MadeInvitation> {
  const made = await readInvitation(actor.organizationId, invitationId);
  const link = `${linkOrigin(http.req.raw.headers)}/invite/${token}`;
  if (!isMailSet()) return { invitation: made, link, mail: "not_set" };
  try {
    const organizationName = await organizationNameOf(actor.organizationId);
    await sendMail(invitationMail({ to: made.email, name: made.user.name, organizationName, invitedBy: actor.kind === "user" ? actor.name : null, link }));
    return { invitation: made, link, mail: "sent" };
  } catch (error) {
    log.warn({ error, invitationId }, "an invitation could not be sent by e-mail");
    return { invitation: made, link, mail: "failed" };
  }
}
