import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Machine, machineInWords } from "./machine";
import type { ScenarioResult } from "./scenario";

export interface MeasuredScenario extends ScenarioResult {
  readonly scenario: string;
  readonly title: string;
  readonly seconds: number;
  /** Processes that wanted a core in its last minute. */
  readonly loadAverage: number;
}

export interface Report {
  readonly beganAt: string;
  readonly isQuick: boolean;
  readonly machine: Machine;
  readonly scenarios: readonly MeasuredScenario[];
}

/** The table, what is to be known of how it came about, and what went wrong. */
export function describeReport({ machine, scenarios, isQuick }: Report): string {
  const header = ["scenario", "what", "measured", "goal", ""];
  const rows = scenarios.flatMap(({ scenario, findings }) =>
    findings.map(({ what, measured, goal, isMet }, index) => [
      index === 0 ? scenario : "",
      what,
      measured,
      goal ?? "",
      isMet === null ? "" : isMet ? "met" : "short",
    ]),
  );
  const notes = scenarios.flatMap(({ scenario, notes }) => notes.map((note) => `${scenario}: ${note}`));
  const problems = scenarios.flatMap(({ scenario, problems }) => problems.map((problem) => `${scenario}: ${problem}`));
  return [
    machineInWords(machine),
    ...(isQuick ? ["Quick: small numbers, to see that everything works. The figures mean nothing."] : []),
    "",
    ...table([header, ...rows]),
    "",
    `Load average at the end of each: ${scenarios.map(({ scenario, loadAverage }) => `${scenario} ${loadAverage.toFixed(1)}`).join(", ")}`,
    ...(notes.length > 0 ? ["", ...notes] : []),
    "",
    ...(problems.length > 0 ? ["WRONG:", ...problems] : ["Every scenario was verified in the rows: no agent above capacity, nothing lost, each decision in the log once."]),
  ].join("\n");
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  return [lines[0] ?? "", widths.map((width) => "─".repeat(width)).join("  "), ...lines.slice(1)];
}

export async function writeReport(file: string, report: Report): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}
