/**
 * Mutation testing of the part that decides: each mutant is one small mistake in lib/routing, and some test should
 * notice. `npm run test:mutation`, or for one file `npm run test:mutation -- --mutate lib/routing/decide.ts`.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
const config = {
  mutate: ["lib/routing/**/*.ts", "!lib/routing/**/*.test.ts", "!lib/routing/example-*.ts"],
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  // Only what these tests need is copied beside; everything else in this folder may change meanwhile.
  ignorePatterns: ["**", "!lib/routing/**", "!scripts/testing/quick-properties.ts", "!vitest.mutation.config.ts", "!package.json", "!tsconfig.json"],
  concurrency: 1,
  // A mutant that keeps a loop from ending is killed by the clock: late enough that a busy machine kills nothing.
  timeoutMS: 60_000,
  reporters: ["clear-text", "progress", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, skipFull: true },
  htmlReporter: { fileName: ".data/mutation/report.html" },
  jsonReporter: { fileName: ".data/mutation/report.json" },
  tempDirName: ".data/mutation/sandbox",
  // With `--incremental` what has not changed since the last run is not tried again.
  incrementalFile: ".data/mutation/incremental.json",
  thresholds: { high: 95, low: 90, break: 90 },
};

export default config;
