import { z } from "zod";
import { AppError } from "../contracts/app-error";
import { database } from "../store/database";
import { auth } from "./auth";
import { forgetCodeAttempts, limitCodeAttempts } from "./attempts";
import { recordAtTheDoor } from "./sign-in-audit";

export const secondStepPaths: ReadonlySet<string> = new Set(["/api/auth/two-factor/verify-totp", "/api/auth/two-factor/verify-backup-code"]);

const givenCode = z.object({ code: z.string().trim().min(1).max(40) });
const refusal = z.object({ code: z.string() });

/** The code that follows the password: of the app, or one for recovery. */
export async function handleSecondStep(request: Request): Promise<Response> {
  const given = givenCode.safeParse(await request.json().catch(() => null));
  if (!given.success) throw new AppError("bad_request", "Send the code.");
  const code = request.url.endsWith("verify-totp") ? given.data.code.replaceAll(/\s/g, "") : given.data.code;
  const authUserId = await whoseCode(request.headers);
  if (authUserId === null) throw expired();
  await limitCodeAttempts(authUserId, code);
  const response = await auth().handler(withoutSession(request, code));
  if (response.ok) {
    await forgetCodeAttempts(authUserId);
    await recordAtTheDoor(authUserId, request.headers, "session.signed_in");
    return response;
  }
  const why = refusal.safeParse(await response.json().catch(() => null));
  switch (why.success ? why.data.code : "") {
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
      await recordAtTheDoor(authUserId, request.headers, "session.sign_in_failed");
      throw new AppError("not_signed_in", "The code is not right.");
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
    case "ACCOUNT_TEMPORARILY_LOCKED":
      throw new AppError("too_many_requests", "Too many wrong codes. Wait 15 minutes, then sign in again.");
    case "INVALID_TWO_FACTOR_COOKIE":
      throw expired();
    default:
      if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`);
      throw new AppError("bad_request", "That code can't be taken. Sign in again.");
  }
}

function expired(): AppError {
  return new AppError("conflict", "Too much time has passed. Sign in again, with your password first.");
}

/** Only the code, and no session: with one, better-auth would count no attempts, and could be asked to trust the browser. */
function withoutSession(request: Request, code: string): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const kept = cookiesIn(request.headers).filter(([name]) => !name.endsWith("kith.session_token"));
  headers.set("cookie", kept.map((pair) => pair.join("=")).join("; "));
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify({ code }) });
}

/** Whose password was right a moment ago; the name in the cookie is one of 32 random letters, which better-auth's signature covers too. */
async function whoseCode(headers: Headers): Promise<string | null> {
  const value = cookiesIn(headers).find(([name]) => name.endsWith("kith.two_factor"))?.[1];
  if (value === undefined) return null;
  const identifier = decoded(value).split(".")[0] ?? "";
  const row = await database().authVerification.findFirst({ where: { identifier, expiresAt: { gt: new Date() } }, select: { value: true } });
  return row?.value ?? null;
}

function cookiesIn(headers: Headers): [string, string][] {
  return (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim()).filter(Boolean).map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
