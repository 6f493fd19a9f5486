import type { Context } from "hono";
import type { Actor } from "../auth/actor";
import { countActor, countAddress, rateLimitHeaders, requireWithinLimit, type LimitStanding } from "../auth/request-limits";

/** What a service that watches this one asks, it must be told. */
const uncounted = new Set(["/api/v1/healthz"]);
/** By the request as it came in: an answer may be made anew by whoever handles an error. */
const standings = new WeakMap<Request, LimitStanding[]>();

/** @throws AppError `too_many_requests` */
export function countFromAddress(http: Context): void {
  if (!uncounted.has(http.req.path)) note(http, countAddress(http.req.raw.headers));
}

/** @throws AppError `too_many_requests` */
export function countByActor(http: Context, actor: Actor): void {
  note(http, countActor(actor));
}

/** Says on an answer how its asker stands. */
export function setRateLimitHeaders(http: Context): void {
  for (const [name, value] of Object.entries(rateLimitHeaders(standings.get(http.req.raw) ?? []))) http.res.headers.set(name, value);
}

function note(http: Context, standing: LimitStanding | null): void {
  if (standing === null) return;
  const known = standings.get(http.req.raw) ?? [];
  standings.set(http.req.raw, [...known, standing]);
  requireWithinLimit(standing);
}
