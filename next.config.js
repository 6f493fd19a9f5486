import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));

// On every answer, files too. Here and not only in a proxy, which can be skipped.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

// For pages proxy.ts puts a stricter policy in the place of this one. The API has its own, in lib/api/answer-headers.ts.
const pageHeaders = [
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Content-Security-Policy", value: "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The folder above may be a workspace of somebody's own.
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@prisma/client", "pino"],
  // `npm test` holds the types; checking them again would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/((?!api/).*)", headers: pageHeaders },
  ],
};

export default config;
