import { AppError } from "../contracts/app-error";
import { shared } from "../store/shared";
import type { Actor } from "./actor";
import { clientAddress } from "./client-address";
import { RequestCounts, windowSeconds } from "./request-counts";

/** Requests a minute, and the variable that sets another number; 0 sets none. */
const policies = {
  /** An office has one address for all of its people. */
  address: { variable: "KITH_REQUESTS_PER_ADDRESS", usual: 6_000 },
  user: { variable: "KITH_REQUESTS_PER_USER", usual: 1_200 },
  key: { variable: "KITH_REQUESTS_PER_KEY", usual: 3_000 },
} as const;

type PolicyName = keyof typeof policies;

/** How a request stands against one limit. */
export interface LimitStanding {
  readonly policy: PolicyName;
  readonly max: number;
  readonly remaining: number;
  readonly endsInSeconds: number;
}

/** Before it is known who asks, so that guessing keys is limited too. */
export function countAddress(headers: Headers): LimitStanding | null {
  return count("address", clientAddress(headers));
}

export function countActor({ kind, organizationId, userId, apiKeyId }: Actor): LimitStanding | null {
  return kind === "user" ? count("user", `${organizationId}:${userId}`) : count("key", `${organizationId}:${apiKeyId}`);
}

/** @throws AppError `too_many_requests` */
export function requireWithinLimit(standing: LimitStanding | null): void {
  if (standing === null || standing.remaining >= 0) return;
  const { policy, max, endsInSeconds } = standing;
  const whose = { address: "from your network address", user: "by you", key: "by this API key" }[policy];
  throw new AppError("too_many_requests", `There may be ${max} requests a minute ${whose}. Try again in ${endsInSeconds} s.`, { retryAfterSeconds: endsInSeconds });
}

/** draft-ietf-httpapi-ratelimit-headers: what is allowed in which window, what is left of it, and for how long. */
export function rateLimitHeaders(standings: readonly LimitStanding[]): Readonly<Record<string, string>> {
  if (standings.length === 0) return {};
  return {
    "ratelimit-policy": standings.map(({ policy, max }) => `"${policy}";q=${max};w=${windowSeconds}`).join(", "),
    ratelimit: standings.map(({ policy, remaining, endsInSeconds }) => `"${policy}";r=${Math.max(0, remaining)};t=${endsInSeconds}`).join(", "),
  };
}

function count(policy: PolicyName, who: string): LimitStanding | null {
  const max = maxOf(policy);
  if (max === 0) return null;
  const counts = shared("request-counts", () => new RequestCounts());
  const { count, endsInSeconds } = counts.count(`${policy}:${who}`, max);
  return { policy, max, remaining: max - count, endsInSeconds };
}

function maxOf(policy: PolicyName): number {
  const { variable, usual } = policies[policy];
  const set = Number(process.env[variable] || usual);
  return Number.isInteger(set) && set >= 0 ? set : usual;
}
