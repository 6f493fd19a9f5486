import { clientAddress } from "../../auth/client-address";
import { linkOrigin } from "../../auth/environment";
import { countRequest } from "../../auth/rate-limit";
import { clearSecondFactor } from "../../commands/clear-second-factor";
import { canMailResetLinks, mailResetLink } from "../../commands/mail-reset-link";
import { makeResetLink } from "../../commands/make-reset-link";
import { resetPassword } from "../../commands/reset-password";
import { AppError } from "../../contracts/app-error";
import { passwordResetLink, passwordWasReset, requestedPasswordReset, requestPasswordResetBody, resetPasswordBody } from "../../contracts/password-resets";
import { user } from "../../contracts/users";
import { log } from "../../log";
import { readUser } from "../../reads/users";
import { operation } from "../operation";
import { byId } from "./by-id";

/** An office has one address for all; a password is hashed, or a mail sent, each time. */
const perAddress = { max: 30, windowSeconds: 600 };
/** Nobody's mailbox is to be filled. */
const perAccount = { max: 5, windowSeconds: 3_600 };

export const passwordResetOperations = [
  operation(
    {
      tag: "Account",
      access: "public",
      operationId: "requestPasswordReset",
      method: "post",
      path: "/password-resets",
      summary: "Ask for a link to choose another password, by e-mail",
      description: "The answer is the same whether or not the e-mail is known. `conflict` where this server can't send links: an administrator makes one then.",
      body: requestPasswordResetBody,
      answer: { status: 200, description: "What happens now, in words", schema: requestedPasswordReset },
      problems: ["conflict", "too_many_requests"],
    },
    async ({ body: { email }, http }) => {
      if (!canMailResetLinks()) throw new AppError("conflict", "This server sends no e-mail. Ask an administrator of your organization for a link.");
      await countRequest(`reset-from:${clientAddress(http.req.raw.headers)}`, perAddress);
      await countRequest(`reset-for:${email}`, perAccount);
      // Not waited for: how long it takes would tell whether the e-mail is known.
      void mailResetLink(email).catch((error: unknown) => log.warn({ error }, "a link to reset a password could not be sent by e-mail"));
      return { sentence: "If somebody signs in with this e-mail, a link is on its way to it." };
    },
  ),
  operation(
    {
      tag: "Account",
      access: "public",
      operationId: "resetPassword",
      method: "post",
      path: "/password-resets/use",
      summary: "Choose another password, with a link",
      description: "A link can be used once, for 1 hour. All sessions of the user end; a second factor stays on.",
      body: resetPasswordBody,
      answer: { status: 200, description: "The e-mail to sign in with", schema: passwordWasReset },
      problems: ["not_found", "too_many_requests"],
    },
    async ({ body, http }) => {
      const address = clientAddress(http.req.raw.headers);
      await countRequest(`reset-use-from:${address}`, perAddress);
      return resetPassword(body, address);
    },
  ),
  operation(
    {
      tag: "Users",
      access: "user.manage",
      operationId: "makePasswordResetLink",
      method: "post",
      path: "/users/{id}/password-reset",
      summary: "Make a link by which a user chooses another password",
      description: "The link is told this once; hand it to them. It can be used once, for 1 hour. Not for somebody who may do more than you.",
      params: byId,
      answer: { status: 201, description: "The link", schema: passwordResetLink },
      problems: ["conflict"],
    },
    async ({ actor, params, http }) => {
      const { token, expiresAt } = await makeResetLink(actor, params.id);
      return { link: `${linkOrigin(http.req.raw.headers)}/reset/${token}`, expiresAt: expiresAt.toISOString() };
    },
  ),
  operation(
    {
      tag: "Users",
      access: "user.manage",
      operationId: "clearSecondFactor",
      method: "delete",
      path: "/users/{id}/second-factor",
      summary: "Switch a user's second factor off, which they have lost",
      description: "Not for somebody who may do more than you.",
      params: byId,
      answer: { status: 200, description: "The user", schema: user },
      problems: ["conflict"],
    },
    async ({ actor, params }) => {
      await clearSecondFactor(actor, params.id);
      return readUser(actor, params.id);
    },
  ),
];
