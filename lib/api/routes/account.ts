import type { Context } from "hono";
import { ownAccount, type OwnAccount } from "../../auth/own-account";
import type { Actor } from "../../auth/actor";
import { changePassword } from "../../commands/change-password";
import { disableSecondFactor, renewRecoveryCodes } from "../../commands/change-second-factor";
import { endOtherSessions, endSession } from "../../commands/end-sessions";
import { beginSecondFactor, confirmSecondFactor } from "../../commands/set-up-second-factor";
import { account, bySessionId, changePasswordBody, confirmSecondFactorBody, passwordBody, recoveryCodes, secondFactorKey, sessionList } from "../../contracts/account";
import { listSessions, readAccount } from "../../reads/account";
import { operation } from "../operation";

/** Of whoever is signed in. An API key has no account: for it there is nothing at these addresses. */
const common = { tag: "Account", access: "signed_in", problems: ["not_found", "too_many_requests", "conflict"] } as const;

export const accountOperations = [
  operation(
    {
      ...common,
      operationId: "getAccount",
      method: "get",
      path: "/me/account",
      summary: "How one signs in",
      answer: { status: 200, description: "The account", schema: account },
    },
    async ({ actor, http }) => readAccount(await own(actor, http)),
  ),
  operation(
    {
      ...common,
      operationId: "changeMyPassword",
      method: "put",
      path: "/me/password",
      summary: "Change one's own password",
      description: "All other sessions end, and this one gets a new cookie.",
      body: changePasswordBody,
      answer: { status: 200, description: "The account", schema: account },
    },
    async ({ actor, body, http }) => {
      const mine = await own(actor, http);
      passOnCookies(http, await changePassword(mine, body));
      return readAccount(mine);
    },
  ),
  operation(
    {
      ...common,
      operationId: "listMySessions",
      method: "get",
      path: "/me/sessions",
      summary: "Where one is signed in",
      answer: { status: 200, description: "This session first, then those used last", schema: sessionList },
    },
    async ({ actor, http }) => listSessions(await own(actor, http)),
  ),
  operation(
    {
      ...common,
      operationId: "endMySession",
      method: "delete",
      path: "/me/sessions/{id}",
      summary: "End one of one's own sessions",
      params: bySessionId,
      answer: { status: 200, description: "The sessions that are left", schema: sessionList },
    },
    async ({ actor, params, http }) => {
      const mine = await own(actor, http);
      await endSession(mine, params.id);
      return listSessions(mine);
    },
  ),
  operation(
    {
      ...common,
      operationId: "endMyOtherSessions",
      method: "post",
      path: "/me/sessions/end-others",
      summary: "Sign out everywhere else",
      answer: { status: 200, description: "The one session that is left", schema: sessionList },
    },
    async ({ actor, http }) => {
      const mine = await own(actor, http);
      await endOtherSessions(mine);
      return listSessions(mine);
    },
  ),
  operation(
    {
      ...common,
      operationId: "beginSecondFactor",
      method: "post",
      path: "/me/second-factor",
      summary: "Begin to set up a second factor",
      description: "Answers with a key for an authenticator app, and recovery codes; both this once. It is on once a code has confirmed it.",
      body: passwordBody,
      answer: { status: 201, description: "The key and the recovery codes", schema: secondFactorKey },
    },
    async ({ actor, body, http }) => beginSecondFactor(await own(actor, http), body.password),
  ),
  operation(
    {
      ...common,
      operationId: "confirmSecondFactor",
      method: "post",
      path: "/me/second-factor/confirm",
      summary: "Switch the second factor on, with a code of it",
      body: confirmSecondFactorBody,
      answer: { status: 200, description: "The account", schema: account },
    },
    async ({ actor, body, http }) => {
      const mine = await own(actor, http);
      passOnCookies(http, await confirmSecondFactor(mine, body.code));
      return readAccount(mine);
    },
  ),
  operation(
    {
      ...common,
      operationId: "renewRecoveryCodes",
      method: "post",
      path: "/me/second-factor/recovery-codes",
      summary: "Make new recovery codes; the old ones open nothing any more",
      body: passwordBody,
      answer: { status: 201, description: "The codes, told this once", schema: recoveryCodes },
    },
    async ({ actor, body, http }) => ({ recoveryCodes: await renewRecoveryCodes(await own(actor, http), body.password) }),
  ),
  operation(
    {
      ...common,
      operationId: "disableSecondFactor",
      method: "post",
      path: "/me/second-factor/disable",
      summary: "Switch the second factor off",
      body: passwordBody,
      answer: { status: 200, description: "The account", schema: account },
    },
    async ({ actor, body, http }) => {
      const mine = await own(actor, http);
      passOnCookies(http, await disableSecondFactor(mine, body.password));
      return readAccount(mine);
    },
  ),
];

function own(actor: Actor, http: Context): Promise<OwnAccount> {
  return ownAccount(actor, http.req.raw.headers);
}

/** better-auth opens a new session with what makes an account safer. */
function passOnCookies(http: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) http.header("set-cookie", cookie, { append: true });
}
