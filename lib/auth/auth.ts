import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins";
import type { PrismaClient } from "@/generated/prisma/client";
import { maxPasswordLength, minPasswordLength } from "../contracts/account";
import { log } from "../log";
import { database, type Tx } from "../store/database";
import { authSecret, publicOrigin, trustedProxies } from "./environment";
import { isActiveUser } from "./is-active-user";
import { openSessionPlugin } from "./open-session-plugin";

const built = new WeakMap<PrismaClient, ReturnType<typeof build>>();

/** better-auth over this process's database. Who somebody is; what they may do is our own (permissions.ts). */
export function auth() {
  const prisma = database();
  const existing = built.get(prisma);
  if (existing) return existing;
  const made = build(prisma);
  built.set(prisma, made);
  return made;
}

/**
 * better-auth within a transaction of ours, so that what it writes and the audit entry of it are there together or not
 * at all. For what is done rarely: it is made anew.
 */
export function authWithin(tx: Tx) {
  return build(tx);
}

function build(prisma: Tx) {
  const origin = publicOrigin();
  const proxies = trustedProxies();
  return betterAuth({
    appName: "Kith",
    secret: authSecret(),
    basePath: "/api/auth",
    ...(origin !== null && { baseURL: origin }),
    // requireOwnOrigin() has already compared it with the host that the browser asked for.
    trustedOrigins: (request) => [request?.headers.get("origin") ?? ""].filter(Boolean),
    telemetry: { enabled: false },
    logger: { level: "error", log: (_, message) => log.warn({ source: "better-auth" }, message) },
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    user: { modelName: "authUser", additionalFields: { organizationId: { type: "string", required: true, input: false } } },
    session: { modelName: "authSession", expiresIn: 14 * 24 * 60 * 60, disableSessionRefresh: true },
    account: { modelName: "authAccount" },
    verification: { modelName: "authVerification" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength },
    // Ours instead: rate-limit.ts.
    rateLimit: { enabled: false },
    plugins: [
      twoFactor({
        issuer: "Kith",
        twoFactorCookieMaxAge: 10 * 60,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
        schema: { twoFactor: { modelName: "authTwoFactor" } },
      }),
      openSessionPlugin,
    ],
    databaseHooks: { session: { create: { before: async ({ userId }) => isActiveUser(prisma, userId) } } },
    advanced: {
      cookiePrefix: "kith",
      useSecureCookies: origin?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"], ...(proxies.length > 0 && { trustedProxies: proxies }) },
    },
  });
}
