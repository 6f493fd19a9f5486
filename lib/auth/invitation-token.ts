import { parse, stringify } from "uuid";

/** The parts of an invitation's link. It names its organization, so that the look-up goes by the primary key. */
export interface InvitationToken {
  readonly organizationId: string;
  readonly invitationId: string;
  /** As newSecret() makes it. */
  readonly secret: string;
}

const form = /^([\w-]{43})([\w-]{43})$/;
const bytesOfIds = 32;

export function parseInvitationToken(token: string): InvitationToken | null {
  const [, ids, secret] = form.exec(token) ?? [];
  if (ids === undefined || secret === undefined) return null;
  const bytes = Buffer.from(ids, "base64url");
  if (bytes.length !== bytesOfIds) return null;
  try {
    return { organizationId: stringify(bytes.subarray(0, 16)), invitationId: stringify(bytes.subarray(16)), secret };
  } catch {
    // Bytes that are no UUIDs.
    return null;
  }
}

export function formatInvitationToken({ organizationId, invitationId, secret }: InvitationToken): string {
  return Buffer.concat([parse(organizationId), parse(invitationId)]).toString("base64url") + secret;
}
