import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { PrismaClient } from "@/generated/prisma/client";
import { log } from "../log";
import { database } from "../store/database";
import { authSecret, publicOrigin, trustedProxies } from "./environment";
import { isActiveUser } from "./is-active-user";

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

function build(prisma: PrismaClient) {
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
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    // Ours instead: rate-limit.ts.
    rateLimit: { enabled: false },
    databaseHooks: { session: { create: { before: async ({ userId }) => isActiveUser(prisma, userId) } } },
    advanced: {
      cookiePrefix: "kith",
      useSecureCookies: origin?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"], ...(proxies.length > 0 && { trustedProxies: proxies }) },
    },
  });
}
