/**
 * The same address for somebody who looks at all organizations: what is in none's scope sees everybody's rows, where the
 * app sees nobody's. What scopes itself, as requests and passes do, is bound as ever.
 */
export function seeingAll(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c kith.organization=all");
  return url.href;
}
