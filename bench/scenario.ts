import type { BenchServer } from "./server";

/** One row of the table: what was measured, and what it must reach. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  /** Null: only told, nothing is asked of it. */
  readonly goal: string | null;
  readonly isMet: boolean | null;
  /** The figures behind the sentence, units last, for the JSON. */
  readonly figures: Readonly<Record<string, number>>;
}

export interface ScenarioResult {
  readonly findings: readonly Finding[];
  /** What the rows say that must not be: a decision lost, an agent above capacity. Figures over such rows are worth nothing. */
  readonly problems: readonly string[];
  /** How it was measured, where that is not plain. */
  readonly notes: readonly string[];
}

export interface BenchContext {
  readonly server: BenchServer;
  /** Small numbers, to see that everything works. */
  readonly isQuick: boolean;
  /** So many, or about a fiftieth of them when it is quick, at least `least`. */
  count(full: number, least?: number): number;
  /** Likewise of time. */
  seconds(full: number): number;
  /** So many repetitions, or one when it is quick. */
  rounds(full: number): number;
  /** Where Node's CPU profiles of the processes under test go; null: none are made. */
  readonly profileFolder: string | null;
  say(progress: string): void;
}

export interface Scenario {
  readonly name: string;
  /** What it measures, in one line. */
  readonly title: string;
  run(context: BenchContext): Promise<ScenarioResult>;
}
