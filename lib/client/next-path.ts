/** Where to go after signing in: a path of this site, whatever was handed in. */
export function nextPath(requested: string | undefined | null): string {
  const fallback = "/inbox";
  // "//host", "/\host" and control characters lead browsers elsewhere.
  if (!requested || !/^\/(?![/\\])[^\u0000-\u001f\\]*$/u.test(requested)) return fallback;
  if (requested === "/" || requested.startsWith("/sign-in") || requested.startsWith("/api/")) return fallback;
  return requested;
}
