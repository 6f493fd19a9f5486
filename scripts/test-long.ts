import { parseArgs } from "node:util";
import type { StormReport } from "../lib/storm/storm";
import { generatePrismaClient } from "./lib/generate";
import { Problem } from "./lib/problem";
import { withProjectLock } from "./lib/project-lock";
import { runCommand } from "./lib/run-command";

const help = `Lets random facts and faults befall real servers, and checks after each round what must always be true.

  npm run test:long                                   100,000 facts, about half an hour
  KITH_FACTS=5000 npm run test:long                   fewer
  KITH_SEED=123 npm run test:long                     the facts and faults of that seed again

  --processes N   servers at once (3)
  --faults N      rounds of a hundred that have a fault (10)
  --help          prints this`;

const progressEveryRounds = 100;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { processes: { type: "string", default: "3" }, faults: { type: "string", default: "10" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(help);
  const seed = numberOf(process.env["KITH_SEED"] ?? String(Math.floor(Math.random() * 2 ** 31)), "KITH_SEED");
  const facts = numberOf(process.env["KITH_FACTS"] ?? "100000", "KITH_FACTS");
  console.log(`Seed ${seed}.`);
  await withProjectLock(generatePrismaClient);
  // Only now: they import what has just been generated.
  const [{ inWords }, { storm, StormFailure }, { startStormDatabase }] = await Promise.all([
    import("../lib/storm/in-words"),
    import("../lib/storm/storm"),
    import("../lib/storm/storm-database"),
  ]);
  const showProgress = (report: StormReport): void => {
    if (report.rounds % progressEveryRounds === 0) console.log(`${inWords(report)}\n`);
  };
  const database = await startStormDatabase();
  try {
    const report = await storm({
      ...database,
      seed,
      facts,
      withinSeconds: null,
      organizations: 3,
      factsOfEach: 8,
      processes: numberOf(values.processes, "--processes"),
      faultPercent: numberOf(values.faults, "--faults"),
      onRound: showProgress,
    });
    console.log(inWords(report));
  } catch (error) {
    if (!(error instanceof StormFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
});
process.exit();

function numberOf(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Problem(`${name} is "${text}", and must be a whole number.`);
  return number;
}
