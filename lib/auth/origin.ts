import { AppError } from "../contracts/app-error";
import { publicOrigin } from "./environment";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that changes something and was sent by another site's page with this site's cookies.
 *
 * A browser always names the origin on such requests; an API key is no cookie, so nobody else's page can use it.
 *
 * @throws AppError `wrong_origin`
 */
export function requireOwnOrigin(method: string, headers: Headers): void {
  if (safeMethods.has(method) || headers.has("authorization")) return;
  if (headers.get("sec-fetch-site") === "cross-site") throw new AppError("wrong_origin", "Requests that another site's page sends are refused.");
  const origin = headers.get("origin");
  if (origin === null) {
    const carriesNoCookie = !headers.has("cookie");
    if (carriesNoCookie || headers.get("sec-fetch-site") === "same-origin") return;
    throw new AppError("wrong_origin", "The request came with a cookie but without an Origin header. Send one, or use an API key.");
  }
  if (!isOwnOrigin(origin, headers)) {
    throw new AppError("wrong_origin", `Requests from ${origin} are refused. If that is this site's address, set KITH_URL to it.`);
  }
}

/** The host the browser asked for, or KITH_URL where a proxy in front rewrites the host. */
function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === publicOrigin() || new URL(origin).host === headers.get("host");
}
