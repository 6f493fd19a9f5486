import { durationInWords } from "../routing/duration-in-words";
import type { SimulationResult } from "./simulate";
import type { Summary } from "./summary";

/** A summary in a few lines for the terminal. `elapsedMs`: how long the simulation took by the wall's clock. */
export function describeSummary(summary: Summary, result: SimulationResult, elapsedMs: number): string {
  const { conversations, withDedicatedAgent, reachedDedicatedAgent, byRoute, waitMs } = summary;
  const routes = [...byRoute].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    `${count(conversations)} conversations, ${count(withDedicatedAgent)} with a dedicated agent`,
    `  reached their dedicated agent  ${count(reachedDedicatedAgent)} (${share(reachedDedicatedAgent, withDedicatedAgent)})`,
    ...routes.map(([route, many]) => `  ${route.padEnd(30)} ${count(many)} (${share(many, conversations)})`),
    `Time from arrival to an agent: mean ${durationInWords(waitMs.mean)}, median ${durationInWords(waitMs.median)}, ` +
      `95 % within ${durationInWords(waitMs.p95)}, 99 % within ${durationInWords(waitMs.p99)}, ` +
      `longest ${durationInWords(waitMs.max)}`,
    `${count(result.decisions)} decisions in ${count(result.passes)} passes, ${(elapsedMs / 1000).toFixed(2)} s`,
  ].join("\n");
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}
