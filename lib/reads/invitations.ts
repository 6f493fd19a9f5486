import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { requirePermission, type Actor } from "../auth/actor";
import { isSecret } from "../auth/api-key";
import { parseInvitationToken } from "../auth/invitation-token";
import type { Invitation, InvitationState, invitationPage, listInvitationsQuery } from "../contracts/invitations";
import { databaseNow } from "../store/clock";
import { database, type Tx } from "../store/database";
import { withinOrganization } from "../store/scope";
import { cutPage, decodeCursor } from "./cursor";
import { nameSelect, toNameRef } from "./name-ref";

const invitationSelect = {
  id: true,
  createdAt: true,
  createdBy: { select: nameSelect },
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  user: { select: { ...nameSelect, email: true, permissionSet: { select: nameSelect } } },
} as const satisfies Prisma.InvitationSelect;

type Row = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>;

/** Those that have not been taken up, of users who are not deactivated; the newest first. */
export async function listInvitations(actor: Actor, { cursor, limit }: z.output<typeof listInvitationsQuery>): Promise<z.input<typeof invitationPage>> {
  requirePermission(actor, "user.manage");
  const before = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await database().invitation.findMany({
    where: { organizationId: actor.organizationId, acceptedAt: null, user: { isActive: true }, ...(before && { id: { lt: before.id } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: invitationSelect,
  });
  const now = await databaseNow(database());
  const page = cutPage(rows, limit, ({ id }) => ({ value: "", id }));
  return { items: page.rows.map((row) => toInvitation(row, now)), nextCursor: page.nextCursor, now: now.toISOString() };
}

/** Without asking for user.manage: for the answer to what one has just done. */
export async function readInvitation(organizationId: string, id: string): Promise<Invitation> {
  const row = await database().invitation.findFirstOrThrow({ where: { organizationId, id }, select: invitationSelect });
  return toInvitation(row, await databaseNow(database()));
}

export async function organizationNameOf(organizationId: string): Promise<string> {
  const { name } = await database().organization.findFirstOrThrow({ where: { id: organizationId }, select: { name: true } });
  return name;
}

export interface InvitationToShow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organizationName: string;
  readonly state: InvitationState;
}

/**
 * What a link opens, for whoever has it.
 *
 * @param tx to read it in, within its organization's scope already; left out: by itself
 * @returns null when it opens nothing: it never was one, or there is a newer one.
 */
export async function lookUpInvitation(token: string, tx?: Tx): Promise<InvitationToShow | null> {
  const parsed = parseInvitationToken(token);
  if (!parsed) return null;
  return withinOrganization(parsed.organizationId, async () => {
    const { organizationId, invitationId, secret } = parsed;
    const from = tx ?? database();
    const row = await from.invitation.findFirst({
      where: { organizationId, id: invitationId },
      select: { secretHash: true, expiresAt: true, acceptedAt: true, revokedAt: true, organization: { select: { name: true } }, user: { select: { id: true, name: true, email: true, isActive: true } } },
    });
    if (!row || !isSecret(secret, row.secretHash)) return null;
    const { id, isActive, ...user } = row.user;
    return { ...user, userId: id, organizationName: row.organization.name, state: stateOf({ ...row, isActive }, await databaseNow(from)) };
  });
}

function toInvitation({ user: { email, permissionSet, ...user }, ...row }: Row, now: Date): Invitation {
  return {
    id: row.id,
    user: toNameRef(user),
    email,
    permissionSet: toNameRef(permissionSet),
    state: stateOf({ ...row, isActive: true }, now),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy ? toNameRef(row.createdBy) : null,
    expiresAt: row.expiresAt.toISOString(),
  };
}

function stateOf({ acceptedAt, revokedAt, expiresAt, isActive }: Pick<Row, "acceptedAt" | "revokedAt" | "expiresAt"> & { readonly isActive: boolean }, now: Date): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null || !isActive) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
