import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";

import type { Day } from "../lib/simulation/day";
import { describeSummary } from "../lib/simulation/describe-summary";
import { resultCsv } from "../lib/simulation/result-csv";
import { simulate, type SimulationResult } from "../lib/simulation/simulate";
import { summarize } from "../lib/simulation/summary";
import { syntheticDay } from "../lib/simulation/synthetic-day";
import { readTrace, TraceError } from "../lib/simulation/trace";
import { errorCode, Problem } from "./lib/problem";
import { runCommand } from "./lib/run-command";

const help = `Plays a day through the router in virtual time.

  npm run -s simulate -- --trace FILE --timeout SECONDS [--capacity N] [--out FILE.csv]
  npm run -s simulate -- --conversations N --agents N --seed S [--timeout SECONDS] [--capacity N] [--out FILE.csv]

  --trace FILE         a trace as JSON: its conversations, and when its agents were online
  --conversations N    instead of a trace: a made-up day of so many conversations, the same for the same seed
  --agents N           agents of the made-up day
  --seed S             whole number that names the made-up day
  --timeout SECONDS    how long a conversation waits for its dedicated agent, 5 to 3600 (made-up day: 300)
  --capacity N         every agent's capacity (the trace's own; made-up day: 3)
  --out FILE.csv       writes id,agent,assigned_ms,route for every conversation, in the trace's order
  --help               prints this`;

await runCommand(async () => {
  const values = readArguments();
  if (values.help) {
    console.log(help);
    return;
  }
  const capacity = wholeNumber(values.capacity, "--capacity", 1, 1_000_000);
  const timeoutSeconds = wholeNumber(values.timeout, "--timeout", 5, 3600);
  if (timeoutSeconds === null && values.trace !== undefined) throw new Problem("--trace needs --timeout SECONDS.");
  const day = values.trace === undefined ? madeUpDay(values, capacity) : tracedDay(values, values.trace, capacity);

  const began = performance.now();
  const result = simulate(day, { timeoutSeconds: timeoutSeconds ?? 300 });
  const elapsedMs = performance.now() - began;
  if (values.out !== undefined) writeResult(values.out, day, result);
  console.log(describeSummary(summarize(day, result), result, elapsedMs));
});

type Arguments = ReturnType<typeof readArguments>;

function readArguments() {
  try {
    return parseArgs({
      strict: true,
      allowPositionals: false,
      options: {
        trace: { type: "string" },
        conversations: { type: "string" },
        agents: { type: "string" },
        seed: { type: "string" },
        timeout: { type: "string" },
        capacity: { type: "string" },
        out: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    // Node's own sentence goes on to explain how to escape a dash.
    const message = error instanceof Error ? error.message : String(error);
    throw new Problem(`${(message.split(/[.\n]/)[0] ?? message).trim()}. --help lists the options.`);
  }
}

function tracedDay(values: Arguments, path: string, capacity: number | null): Day {
  for (const name of ["conversations", "agents", "seed"] as const) {
    if (values[name] !== undefined) throw new Problem(`--trace and --${name} exclude each other: a trace is a whole day.`);
  }
  try {
    return readTrace(readFileSync(path, "utf8"), capacity);
  } catch (error) {
    if (error instanceof TraceError) throw new Problem(`${path}: ${error.message}`);
    if (errorCode(error) === "ENOENT") throw new Problem(`There is no trace ${path}.`);
    if (errorCode(error) !== null) throw new Problem(`The trace ${path} can't be opened (${errorCode(error)}).`);
    throw error;
  }
}

function madeUpDay(values: Arguments, capacity: number | null): Day {
  const conversations = wholeNumber(values.conversations, "--conversations", 1, 10_000_000);
  const agents = wholeNumber(values.agents, "--agents", 1, 100_000);
  const seed = wholeNumber(values.seed, "--seed", 0, 4_294_967_295);
  if (conversations === null || agents === null || seed === null) {
    throw new Problem("Give either --trace FILE and --timeout SECONDS, or --conversations N, --agents N and --seed S.");
  }
  return syntheticDay({ conversations, agents, seed, capacity: capacity ?? 3 });
}

function wholeNumber(text: string | undefined, name: string, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Problem(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

function writeResult(path: string, day: Day, result: SimulationResult): void {
  let file: number;
  try {
    file = openSync(path, "w");
  } catch (error) {
    throw new Problem(`The result can't be written to ${path} (${errorCode(error) ?? "unknown reason"}).`);
  }
  try {
    for (const piece of resultCsv(day, result)) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}
