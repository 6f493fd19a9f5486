import path from "node:path";
import { parseArgs } from "node:util";
import { describeMachine } from "../bench/machine";
import { describeReport, type MeasuredScenario, writeReport } from "../bench/report";
import { runScenario } from "../bench/run-scenario";
import type { BenchContext, Scenario } from "../bench/scenario";
import { scenarios } from "../bench/scenarios";
import { startBenchServer } from "../bench/server";
import { dataFolder } from "./lib/folders";
import { generatePrismaClient } from "./lib/generate";
import { Problem } from "./lib/problem";
import { withProjectLock } from "./lib/project-lock";
import { runCommand } from "./lib/run-command";
import { listenForStop } from "./lib/stop-signal";

const help = `Measures what docs/performance.md claims, on a PostgreSQL of its own that is gone afterwards.

  npm run bench                    everything, about ten minutes
  npm run bench -- NAME NAME …     only these
  npm run bench -- --quick         everything with small numbers, to see that it works

  --json FILE      where the figures go as JSON (.data/bench/TIME.json)
  --profile DIR    Node's CPU profiles of the processes under test
  --help           prints this

${scenarios.map(({ name, title }) => `  ${name.padEnd(15)}  ${title}`).join("\n")}`;

const stop = listenForStop(process.ppid);

await runCommand(async () => {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(help);
  const chosen = chooseScenarios(positionals);
  await withProjectLock(generatePrismaClient);
  await measure(chosen, {
    isQuick: values.quick,
    profileFolder: values.profile === undefined ? null : path.resolve(values.profile),
    jsonFile: values.json ?? path.join(dataFolder(), "bench", `${new Date().toISOString().replaceAll(":", "-")}.json`),
  });
});
process.exit();

interface MeasureOptions {
  readonly isQuick: boolean;
  readonly profileFolder: string | null;
  readonly jsonFile: string;
}

async function measure(chosen: readonly Scenario[], { isQuick, profileFolder, jsonFile }: MeasureOptions): Promise<void> {
  const beganAt = new Date().toISOString();
  const server = await startBenchServer();
  try {
    const context: BenchContext = {
      server,
      isQuick,
      count: (full, least = 1) => (isQuick ? Math.max(least, Math.round(full / 50)) : full),
      seconds: (full) => (isQuick ? Math.max(1, full / 50) : full),
      rounds: (full) => (isQuick ? 1 : full),
      profileFolder,
      say: (progress) => void process.stderr.write(`• ${progress}\n`),
    };
    const database = await server.createDatabase();
    const machine = await describeMachine(database.admin).finally(() => database.drop());
    const measured: MeasuredScenario[] = [];
    for (const scenario of chosen) measured.push(await runScenario(scenario, context, stop.signal));
    const report = { beganAt, isQuick, machine, scenarios: measured };
    console.log(describeReport(report));
    await writeReport(jsonFile, report);
    console.log(`\nThe figures are in ${path.relative(process.cwd(), jsonFile)}`);
    // Falling short is a figure; losing a decision is a failure.
    if (measured.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

function readArguments() {
  try {
    return parseArgs({
      strict: true,
      allowPositionals: true,
      options: {
        quick: { type: "boolean", default: false },
        json: { type: "string" },
        profile: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Problem(`${(message.split(/[.\n]/)[0] ?? message).trim()}. --help lists the options.`);
  }
}

function chooseScenarios(names: readonly string[]): readonly Scenario[] {
  const unknown = names.find((name) => scenarios.every((scenario) => scenario.name !== name));
  if (unknown) throw new Problem(`There is no scenario "${unknown}". There are: ${scenarios.map(({ name }) => name).join(", ")}.`);
  return names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name));
}
