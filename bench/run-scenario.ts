import { loadavg } from "node:os";
import { sentenceFor } from "../scripts/lib/problem";
import type { MeasuredScenario } from "./report";
import type { BenchContext, Scenario, ScenarioResult } from "./scenario";

const limitMs = 600_000;

/** One scenario within its time. One that breaks off is told in the report, and the others still run. */
export async function runScenario(scenario: Scenario, context: BenchContext, stopped: AbortSignal): Promise<MeasuredScenario> {
  const began = performance.now();
  context.say(`${scenario.name}: ${scenario.title}`);
  const result = await Promise.race([scenario.run(context).catch(brokenOff), endOf(AbortSignal.any([stopped, AbortSignal.timeout(limitMs)]))]);
  const seconds = Math.round((performance.now() - began) / 1000);
  return { ...result, scenario: scenario.name, title: scenario.title, seconds, loadAverage: loadavg()[0] ?? 0 };
}

function brokenOff(error: unknown): ScenarioResult {
  if (process.env["KITH_DEBUG"]) console.error(error);
  return { findings: [], problems: [`broke off: ${sentenceFor(error)}`], notes: [] };
}

function endOf(signal: AbortSignal): Promise<ScenarioResult> {
  const result: ScenarioResult = { findings: [], problems: ["was stopped before its end"], notes: [] };
  if (signal.aborted) return Promise.resolve(result);
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(result), { once: true }));
}
