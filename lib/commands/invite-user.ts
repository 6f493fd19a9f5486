import type { Actor } from "../auth/actor";
import { hashSecret, newSecret } from "../auth/api-key";
import { formatInvitationToken } from "../auth/invitation-token";
import { AppError } from "../contracts/app-error";
import type { InviteUserBody } from "../contracts/invitations";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { changesOf } from "./changes-of";
import { permissionSetToGive } from "./permission-set-to-give";
import { placeUser } from "./place-user";
import { recordAudit } from "./record-audit";
import { inAuditWords, readStanding } from "./user-standing";

const validForMs = 7 * 24 * 60 * 60 * 1000;

export interface MadeLink {
  readonly invitationId: string;
  /** Told this once: only its secret's hash is kept. */
  readonly token: string;
}

/**
 * Invites somebody: a user who has not joined yet, and the link by which they will.
 *
 * @throws AppError `already_exists` for an e-mail a user has, `forbidden` for a set that holds more than the actor has,
 * `validation_failed` for a set or a team there isn't
 */
export async function inviteUser(actor: Actor, { email, name, permissionSetId, teamIds, ownCapacity }: InviteUserBody): Promise<MadeLink> {
  const { organizationId } = actor;
  const userId = newId();
  const made = await transaction(async (tx) => {
    const set = await permissionSetToGive(tx, actor, permissionSetId);
    await refuseKnown(tx, organizationId, email);
    const data = { organizationId, id: userId, name: name ?? nameFrom(email), email, permissionSetId, joinedAt: null };
    const { count } = await tx.user.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) throw taken("There is a user with that e-mail already.");
    await lockOrganization(tx, organizationId);
    await placeUser(tx, organizationId, { userId, permissions: set.permissions, teamIds, ownCapacity });
    const link = newLink(organizationId);
    await tx.invitation.create({ data: { ...(await linkData(tx, actor, link)), organizationId, id: link.invitationId, userId }, select: { id: true } });
    const user = await readStanding(tx, organizationId, userId);
    await recordAudit(tx, actor, { action: "user.invited", subject: { kind: "user", id: userId, name: user.name }, changes: [...changesOf({}, { email, ...inAuditWords(user) })] });
    return link;
  });
  announce(organizationId, [`agent:${userId}`, "settings"], { needsRouting: true });
  return made;
}

export function newLink(organizationId: string, invitationId: string = newId()): MadeLink & { readonly secret: string } {
  const secret = newSecret();
  return { invitationId, secret, token: formatInvitationToken({ organizationId, invitationId, secret }) };
}

/** The columns of a link that begins now. */
export async function linkData(tx: Tx, { userId }: Actor, { secret }: { readonly secret: string }) {
  const now = await databaseNow(tx);
  return { secretHash: hashSecret(secret), createdAt: now, createdById: userId, expiresAt: new Date(now.getTime() + validForMs), revokedAt: null };
}

async function refuseKnown(tx: Tx, organizationId: string, email: string): Promise<void> {
  const known = await tx.user.findUnique({ where: { organizationId_email: { organizationId, email } }, select: { name: true, isActive: true, joinedAt: true } });
  if (!known) return;
  if (!known.isActive) throw taken(`${known.name} has that e-mail and is deactivated. Activate them instead.`);
  throw taken(known.joinedAt === null ? `${known.name} is invited with that e-mail already. Renew that invitation instead.` : `${known.name} has that e-mail already.`);
}

function taken(detail: string): AppError {
  return new AppError("already_exists", detail, { errors: [{ field: "email", message: detail }] });
}

/** "mara.lindqvist@…" is Mara Lindqvist, until she says otherwise. */
function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? email).split(/[._+-]+/).filter(Boolean);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ").slice(0, 100) || email.slice(0, 100);
}
