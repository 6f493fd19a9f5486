/** The address people use, when it is known: KITH_URL, such as https://desk.example.com. */
export function publicOrigin(): string | null {
  const url = process.env["KITH_URL"];
  return url && URL.canParse(url) ? new URL(url).origin : null;
}

/** Where links of ours lead: KITH_URL, else the address that the request came to. A page names it as its Origin, which was asked for. */
export function linkOrigin(headers: Headers): string {
  return publicOrigin() ?? headers.get("origin") ?? `http://${headers.get("host") ?? "localhost"}`;
}

/** Proxies in front of this server, as addresses or CIDR ranges: KITH_TRUSTED_PROXIES, separated by commas. */
export function trustedProxies(): string[] {
  return (process.env["KITH_TRUSTED_PROXIES"] ?? "").split(",").map((entry) => entry.trim()).filter(Boolean);
}

/** Signs the session cookies. Without one nobody can sign in. */
export function authSecret(): string {
  const secret = process.env["BETTER_AUTH_SECRET"] ?? "";
  if (secret.length < 32) {
    throw new Error("BETTER_AUTH_SECRET must be set to at least 32 random characters; npm start makes one and keeps it.");
  }
  return secret;
}
