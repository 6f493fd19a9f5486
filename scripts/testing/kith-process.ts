import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inProject } from "../lib/folders";
import type { RunningInstance } from "../lib/running-instance";

/** `npm start` as a real process, for tests of starting and stopping. */
export interface KithProcess {
  readonly child: ChildProcess;
  /** What it has printed so far, both streams. */
  output(): string;
  errors(): string;
  /** Resolves with its address once it has printed it; rejects if it ends before. */
  readonly address: Promise<string>;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface KithOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** For node itself, before the script. */
  readonly nodeArgs?: readonly string[];
  /** For the script. */
  readonly args?: readonly string[];
}

const running = new Set<KithProcess>();

export function launchKith({ dataFolder, port, environment = {}, nodeArgs = [], args = [] }: KithOptions): KithProcess {
  const inherited = { ...process.env };
  // Vitest's own would change how it runs.
  for (const name of ["NODE_ENV", "DATABASE_URL", "VITEST", "VITEST_POOL_ID", "VITEST_WORKER_ID", "HOST", "KITH_URL"]) delete inherited[name];
  const child = spawn(process.execPath, [...nodeArgs, inProject("scripts/start.mjs"), ...args], {
    env: { ...inherited, KITH_DATA_DIR: dataFolder, PORT: String(port), npm_lifecycle_event: "start", ...environment },
    // It takes us for the npm that runs it, and stops when we are killed. In a group of its own, so that a test can press Ctrl-C on all of it.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once("close", (code, signal) => resolve(signal ?? code ?? -1)));
  const kith: KithProcess = { child, output: () => output + errors, errors: () => errors, address: untilPrinted(child, () => output + errors), ended };
  // A test that expects a refusal never looks at the address.
  kith.address.catch(() => undefined);
  running.add(kith);
  void ended.then(() => running.delete(kith));
  return kith;
}

/** Stops what a failed test left running. */
export async function stopAllKiths(): Promise<void> {
  await Promise.all([...running].map((kith) => (kith.child.kill("SIGTERM"), kith.ended)));
}

export async function readInstance(dataFolder: string): Promise<RunningInstance> {
  return JSON.parse(await readFile(path.join(dataFolder, "running.json"), "utf8")) as RunningInstance;
}

/** The process id of the PostgreSQL of this data, as it notes it itself. */
export async function readPostgresPid(dataFolder: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataFolder, "postgres/postmaster.pid"), "utf8"), 10);
}

async function untilPrinted(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const address = /Kith runs at (http:\S+)/.exec(output())?.[1];
    if (address) return address;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Kith ended instead of starting:\n${output()}`);
    await wait(20);
  }
}
