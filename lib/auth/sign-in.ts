import { z } from "zod";
import { AppError } from "../contracts/app-error";
import { auth } from "./auth";
import { clientAddress } from "./client-address";
import { requireOwnOrigin } from "./origin";
import { countRequest, forgetRequests } from "./rate-limit";
import { handleSecondStep, secondStepPaths } from "./second-step";
import { recordAtTheDoor } from "./sign-in-audit";

/** What of better-auth is open; all else (sign-up, changing e-mails, social sign-in) is no address here. */
const openPaths = new Set(["POST /api/auth/sign-in/email", "POST /api/auth/sign-out", ...[...secondStepPaths].map((path) => `POST ${path}`)]);

const signedIn = z.object({ user: z.object({ id: z.string() }) });

/** Attempts on one account, from wherever: an address can be changed, the account cannot. */
const perAccount = { max: 20, windowSeconds: 300 };
/** An office has one address for all, and a shift begins at once. */
const perAddress = { max: 120, windowSeconds: 60 };

/** Signs in and out by better-auth, and says what is wrong as problem details like the rest of the API. */
export async function handleSignIn(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  if (!openPaths.has(`${request.method} ${path}`)) throw new AppError("not_found", "There is no such address.");
  requireOwnOrigin(request.method, request.headers);
  if (secondStepPaths.has(path)) {
    await countRequest(`sign-in-from:${clientAddress(request.headers)}`, perAddress);
    return withoutToken(await handleSecondStep(request), { isSignedIn: true, needsCode: false });
  }
  if (path !== "/api/auth/sign-in/email") return orProblem(await auth().handler(request));

  const key = `sign-in:${await accountOf(request)}`;
  await countRequest(`sign-in-from:${clientAddress(request.headers)}`, perAddress);
  await countRequest(key, perAccount);
  const response = orProblem(await auth().handler(request));
  await forgetRequests(key);
  const answer = signedIn.safeParse(await response.clone().json().catch(() => null));
  if (!answer.success) return withoutToken(response, { isSignedIn: false, needsCode: true });
  await recordAtTheDoor(answer.data.user.id, request.headers, "session.signed_in");
  return withoutToken(response, { isSignedIn: true, needsCode: false });
}

/** better-auth repeats the session's token in the body, where a script could read it; the cookie is enough. */
function withoutToken(response: Response, body: { readonly isSignedIn: boolean; readonly needsCode: boolean }): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

async function accountOf(request: Request): Promise<string> {
  const body: unknown = await request.clone().json().catch(() => null);
  const isObject = typeof body === "object" && body !== null;
  return isObject && "email" in body && typeof body.email === "string" ? body.email.trim().toLowerCase().slice(0, 254) : "";
}

function orProblem(response: Response): Response {
  if (response.ok) return response;
  switch (response.status) {
    case 401:
      // Also for a leaver: whether an account exists is nobody's business.
      throw new AppError("not_signed_in", "The e-mail or the password is not right.");
    case 403:
      throw new AppError("wrong_origin", "Signing in must come from this site.");
    case 415:
      throw new AppError("unsupported_media_type", "Send the body as JSON, with Content-Type: application/json.");
    default:
      if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`);
      throw new AppError("bad_request", "Send an e-mail address and a password.");
  }
}
