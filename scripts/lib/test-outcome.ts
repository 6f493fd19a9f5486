import { readFile } from "node:fs/promises";

/** How many tests of a step passed and failed, and what to show of the failures. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly details: string;
}

/** A step that is one test: lint, types. */
export function singleOutcome(hasPassed: boolean, details: string): Outcome {
  return hasPassed ? { passed: 1, failed: 0, details: "" } : { passed: 0, failed: 1, details };
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Adds up Vitest's JSON report. A file that broke before its first test, and a skipped test, count as failed. */
export async function readVitestReport(file: string, exitCode: number, output: string): Promise<Outcome> {
  const report = await readJson<VitestReport>(file);
  if (report === null) return { passed: 0, failed: 1, details: output };
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const broken = report.testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.every((test) => test.status !== "failed"));
  const failed = tests.length - passed + broken.length;
  return withExitCode({ passed, failed, details: details(failed, output, skipped.map((test) => test.fullName)) }, exitCode, output);
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly errors: readonly unknown[];
}

/** Adds up Playwright's JSON report. Tests that did not run, and those that passed only the second time, count as failed. */
export async function readPlaywrightReport(file: string, exitCode: number, output: string): Promise<Outcome> {
  const report = await readJson<PlaywrightReport>(file);
  if (report === null) return { passed: 0, failed: 1, details: output };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped + (report.errors.length > 0 ? 1 : 0);
  return withExitCode({ passed: expected, failed, details: details(failed, output, []) }, exitCode, output);
}

function details(failed: number, output: string, skipped: readonly string[]): string {
  if (failed === 0) return "";
  return [output, ...skipped.map((name) => `Skipped, and nothing is to be skipped: ${name}`)].join("\n");
}

/** A runner that says it failed although its report knows of no failure has crashed. */
function withExitCode(outcome: Outcome, exitCode: number, output: string): Outcome {
  if (exitCode === 0 || outcome.failed > 0) return outcome;
  return { ...outcome, failed: 1, details: output };
}

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return null;
  }
}
