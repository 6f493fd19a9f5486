import path from "node:path";
import { build } from "./build";
import { generate } from "./generate";
import { withProjectLock } from "./project-lock";
import { runTool, type ToolResult } from "./run-tool";
import { readPlaywrightReport, readVitestReport, singleOutcome, type Outcome } from "./test-outcome";

export interface StepContext {
  /** For reports; removed afterwards. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface TestStep {
  readonly name: string;
  /** Prepares the steps that follow, so it runs whatever was asked for; counts only when it fails. */
  readonly isPreparation?: true;
  run(context: StepContext): Promise<Outcome>;
}

const nothing: Outcome = { passed: 0, failed: 0, details: "" };

/** Everything `npm test` does, in order: what fails fastest comes first. */
export const testSteps: readonly TestStep[] = [
  { name: "generate", isPreparation: true, run: () => withProjectLock(generate).then(() => nothing) },
  { name: "lint", run: async (context) => asOneTest(await tool(context, "eslint/bin/eslint.js", [".", "--max-warnings", "0"])) },
  { name: "types", run: checkTypes },
  { name: "unit", run: (context) => runVitest(context, "unit") },
  { name: "database", run: (context) => runVitest(context, "database") },
  { name: "build", isPreparation: true, run: ({ signal }) => withProjectLock(() => build(signal)).then(() => nothing) },
  { name: "lifecycle", run: (context) => runVitest(context, "lifecycle") },
  { name: "e2e", run: runPlaywright },
];

/** The steps whose names were asked for with what they need; all, when none was. */
export function chooseSteps(names: readonly string[]): readonly TestStep[] {
  if (names.length === 0) return testSteps;
  const needsBuild = names.some((name) => name === "lifecycle" || name === "e2e" || name === "build");
  return testSteps.filter((step) => names.includes(step.name) || step.name === "generate" || (step.name === "build" && needsBuild));
}

async function checkTypes(context: StepContext): Promise<Outcome> {
  // Next's own types of our routes, which a fresh clone does not have yet.
  const routes = await withProjectLock(() => tool(context, "next/dist/bin/next", ["typegen"]));
  if (routes.exitCode !== 0) return asOneTest(routes);
  return asOneTest(await tool(context, "typescript/bin/tsc", ["--noEmit"]));
}

async function runVitest(context: StepContext, project: string): Promise<Outcome> {
  const report = path.join(context.folder, `${project}.json`);
  const args = ["run", "--project", project, "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { exitCode, output } = await tool(context, "vitest/vitest.mjs", args);
  return readVitestReport(report, exitCode, output);
}

async function runPlaywright(context: StepContext): Promise<Outcome> {
  const report = path.join(context.folder, "e2e.json");
  const { exitCode, output } = await tool(context, "@playwright/test/cli.js", ["test", "--pass-with-no-tests"], { KITH_BROWSER_REPORT: report });
  return readPlaywrightReport(report, exitCode, output);
}

function tool({ signal }: StepContext, file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<ToolResult> {
  return runTool(file, args, { signal, environment: { NO_COLOR: "1", ...environment } });
}

function asOneTest({ exitCode, output }: ToolResult): Outcome {
  return singleOutcome(exitCode === 0, output);
}
