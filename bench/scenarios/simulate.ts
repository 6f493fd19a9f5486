import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, projectFolder } from "../../scripts/lib/folders";
import { quietEnvironment } from "../../scripts/lib/quiet-environment";
import { atMost } from "../findings";
import type { Scenario } from "../scenario";

const goals = { seconds: 30, peakGiB: 1 };

/** A big day through the simulation, as somebody would type it. */
export const simulate: Scenario = {
  name: "simulate",
  title: "npm run simulate, 1,000,000 conversations",
  async run(context) {
    const conversations = context.count(1_000_000);
    const agents = context.count(1000);
    const folder = await mkdtemp(path.join(tmpdir(), "kith-bench-"));
    try {
      const memoryFile = path.join(folder, "peak-memory");
      const began = performance.now();
      const { code, output } = await runSimulation(["--conversations", String(conversations), "--agents", String(agents), "--seed", "1"], memoryFile);
      const seconds = (performance.now() - began) / 1000;
      const peaks = (await readFile(memoryFile, "utf8").catch(() => "")).split("\n").map(Number);
      // npm and the loader end too; the largest is the simulation.
      const peakGiB = Math.max(...peaks) / 2 ** 20;
      return {
        findings: [
          atMost("done within", seconds, goals.seconds, " s", `${seconds.toFixed(1)} s`, { seconds }),
          atMost("memory at its peak", peakGiB, goals.peakGiB, " GiB", `${peakGiB.toFixed(2)} GiB`, { peakGiB }),
        ],
        problems: code === 0 ? [] : [`npm run simulate ended with ${code ?? "a signal"}: ${output.trim()}`],
        notes: [`${agents} agents; from the start of npm to its end.`],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function runSimulation(args: readonly string[], memoryFile: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn("npm", ["run", "-s", "simulate", "--", ...args], {
    cwd: projectFolder,
    env: quietEnvironment({ KITH_BENCH_PEAK_MEMORY_FILE: memoryFile, NODE_OPTIONS: `--import ${pathToFileURL(inProject("bench/peak-memory.mjs")).href}` }),
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}
