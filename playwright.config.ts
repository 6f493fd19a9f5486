import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/lib/chromium";

const chromium = await findChromium();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./scripts/testing/browser-server.ts",
  // The machine that this is meant for has two cores.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env["KITH_BROWSER_REPORT"] ? [["list"], ["json", { outputFile: process.env["KITH_BROWSER_REPORT"] }]] : [["list"]],
  outputDir: "test-results",
  use: {
    // Set by the global setup.
    baseURL: process.env["KITH_TEST_URL"],
    browserName: "chromium",
    headless: true,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [...chromiumFlags],
      env: { ...process.env, ...chromium.environment },
    },
  },
});
