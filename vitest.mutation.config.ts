import { defineConfig } from "vitest/config";

// The tests of lib/routing as Stryker runs them: thousands of times, so properties take few runs, from one seed.
export default defineConfig({
  test: {
    include: ["lib/routing/**/*.test.ts"],
    env: { KITH_SEED: "1", KITH_RUNS: "20" },
    setupFiles: ["scripts/testing/quick-properties.ts"],
    testTimeout: 60_000,
  },
});
