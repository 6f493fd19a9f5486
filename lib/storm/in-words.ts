import type { StormReport } from "./storm";

/** A storm in a few lines. */
export function inWords(report: StormReport): string {
  const { seed, rounds, outcomes, faults, entries, inversions, overtaken, processes, seconds } = report;
  const { done, refused, failed, unknown } = outcomes;
  const facts = done + refused + failed + unknown;
  const count = (value: number) => value.toLocaleString("en");
  return [
    `Seed ${seed}: ${count(facts)} facts in ${count(rounds)} rounds and ${seconds.toFixed(0)} s (${(facts / seconds).toFixed(0)} facts/s), ${count(entries)} log entries.`,
    `${count(done)} acknowledged, ${count(refused)} refused, ${count(failed)} failed of a fault, ${count(unknown)} without an answer.`,
    `Faults: ${[...faults].map(([kind, times]) => `${times} × ${kind}`).join(", ") || "none"}; ${processes} processes started.`,
    `Caught up after a calm round: ${spread(report.calmCatchUpMs)}; after one with a fault near: ${spread(report.shakenCatchUpMs)}.`,
    `${count(overtaken)} times facts overtook a decision of a pass; ${count(inversions)} times an entry by hand is later by the clock than the decision that followed it.`,
  ].join("\n");
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)} ms of ${sorted.length}`;
}
