import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { publicOrigin } from "../auth/environment";
import { findVisitor, type Visitor } from "../commands/chat-visitor";
import { AppError } from "../contracts/app-error";
import { apiPath } from "./operation";

const cookieName = "kith_visitor";
const keptSeconds = 90 * 24 * 60 * 60;

/** What the chat page's cookie says, if there is one. */
export function visitorToken(http: Context): string | null {
  return getCookie(http, cookieName) ?? null;
}

export function findRequestVisitor(http: Context, organizationId: string): Promise<Visitor | null> {
  return findVisitor(organizationId, visitorToken(http));
}

/** @throws AppError `not_found`: without a cookie there is no conversation to write in. */
export async function requireVisitor(http: Context, organizationId: string): Promise<Visitor> {
  const visitor = await findRequestVisitor(http, organizationId);
  if (!visitor) throw new AppError("not_found", "You have no conversation here yet. Begin one.");
  return visitor;
}

/** Only this organization's chat addresses ever get the cookie, and no script. */
export function keepVisitorToken(http: Context, slug: string, token: string): void {
  setCookie(http, cookieName, token, {
    path: `${apiPath}/chat/${slug}`,
    httpOnly: true,
    sameSite: "Lax",
    secure: publicOrigin()?.startsWith("https:") ?? false,
    maxAge: keptSeconds,
  });
}
