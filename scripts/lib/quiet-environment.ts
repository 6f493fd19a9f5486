import process from "node:process";

/**
 * The environment for every tool we spawn. Nothing may be fetched from anywhere but the npm registry and nothing may
 * call out: telemetry, update checks and engine downloads are off.
 */
export function quietEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    // `prisma generate` insists on an engine binary which it then never runs; any executable will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    ...extra,
  };
}
