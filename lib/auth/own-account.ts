import { AppError } from "../contracts/app-error";
import type { Actor } from "./actor";
import { auth } from "./auth";

/** The signed-in user's own way in, and the session that asks. */
export interface OwnAccount {
  readonly actor: Actor;
  readonly organizationId: string;
  readonly userId: string;
  readonly authUserId: string;
  readonly sessionId: string;
  /** Of the request: better-auth reads the session from them. */
  readonly headers: Headers;
}

/** @throws AppError `not_found` for an API key, which has no account */
export async function ownAccount(actor: Actor, headers: Headers): Promise<OwnAccount> {
  const session = actor.userId === null ? null : await auth().api.getSession({ headers });
  if (actor.userId === null || !session) throw new AppError("not_found", "There is no account here: an API key has none. Sign in as a user.");
  return { actor, organizationId: actor.organizationId, userId: actor.userId, authUserId: session.user.id, sessionId: session.session.id, headers };
}

/** As the audit log names its user. */
export function auditSubject({ actor, userId }: OwnAccount) {
  return { kind: "user", id: userId, name: actor.name } as const;
}
