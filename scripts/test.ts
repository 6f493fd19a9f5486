import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Problem, sentenceFor } from "./lib/problem";
import { listenForStop } from "./lib/stop-signal";
import type { Outcome } from "./lib/test-outcome";
import { chooseSteps, testSteps, type StepContext, type TestStep } from "./lib/test-steps";
import { sweepThrowaways } from "./lib/throwaway-postgres";

/** Runs the steps that were asked for, all by default, and ends the process with the count as its last line. */
export async function test(launcherPid: number): Promise<never> {
  const stop = listenForStop(launcherPid);
  const names = process.argv.slice(2).filter((name) => !name.startsWith("-"));
  const unknown = names.find((name) => testSteps.every((step) => step.name !== name));
  if (unknown) {
    console.error(`There is no step "${unknown}". There are: ${testSteps.map((step) => step.name).join(", ")}.`);
    process.exit(1);
  }

  // Tests say themselves which database they use.
  delete process.env["DATABASE_URL"];
  const folder = await mkdtemp(path.join(tmpdir(), "kith-test-"));
  const outcomes: { readonly name: string; readonly outcome: Outcome }[] = [];
  for (const step of chooseSteps(names)) {
    if (stop.signal.aborted) break;
    outcomes.push({ name: step.name, outcome: await runStep(step, { folder, signal: stop.signal }) });
  }
  await rm(folder, { recursive: true, force: true });
  // Of tools that had to be killed.
  await sweepThrowaways();

  for (const { name, outcome } of outcomes.filter(({ outcome }) => outcome.failed > 0)) {
    console.log(`\n──── ${name} ────\n${outcome.details.trim()}`);
  }
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, { outcome }) => total + count(outcome), 0);
  const failed = sum((outcome) => outcome.failed) + (stop.signal.aborted ? 1 : 0);
  if (stop.signal.aborted) console.log("\nStopped before the end, which counts as one failure.");
  console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

async function runStep(step: TestStep, context: StepContext): Promise<Outcome> {
  const startedAt = Date.now();
  process.stdout.write(`• ${step.name} … `);
  let outcome: Outcome;
  try {
    outcome = await step.run(context);
  } catch (error) {
    const reason = error instanceof Problem ? error.message : error instanceof Error ? (error.stack ?? error.message) : sentenceFor(error);
    outcome = { passed: 0, failed: 1, details: reason };
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const isCounted = !step.isPreparation || outcome.failed > 0;
  console.log(isCounted ? `${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)` : `done (${seconds} s)`);
  return outcome;
}
