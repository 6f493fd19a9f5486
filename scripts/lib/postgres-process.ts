import { spawn, type ChildProcess } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { findFreePort } from "./free-port";
import { explainPostgresFailure, type Cluster } from "./postgres-cluster";
import { errorCode, Problem } from "./problem";

export interface PostgresServer {
  readonly port: number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

interface LaunchOptions {
  readonly binary: string;
  readonly cluster: Cluster;
  readonly logFile: string;
  /** More `name=value` settings, after ours. */
  readonly settings: readonly string[];
}

const readyLimitMs = 60_000;
const keptLogBytes = 10_000_000;

/**
 * Starts PostgreSQL on a free loopback port and waits until it takes connections. We spawn it ourselves rather than
 * through the package's class: that one installs exit hooks which race an ordered shutdown and rejects with undefined.
 */
export async function launchPostgres(options: LaunchOptions): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const logStart = await rotateLog(options.logFile);
    const child = await spawnPostgres(options, port);
    const failure = await waitUntilReady(child, options, port).catch(async (error: unknown) => {
      await stopPostgres(child);
      throw error;
    });
    if (failure === null) return { port, child, stop: () => stopPostgres(child) };
    const log = await readFrom(options.logFile, logStart);
    // Somebody took the port in between, or the processes of a killed server are just ending: both pass by themselves.
    const mayPass = /Address already in use|pre-existing shared memory block|lock file .* already exists/.test(log);
    if (failure === "ended" && mayPass && attempt < 10) {
      await wait(500);
      continue;
    }
    await stopPostgres(child);
    throw new Problem(`${explainPostgresFailure(log, "The embedded database did not start")} More is in ${options.logFile}`);
  }
}

async function spawnPostgres({ binary, cluster, logFile, settings }: LaunchOptions, port: number): Promise<ChildProcess> {
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "shared_buffers=256MB",
    // The statements of a pass are short and many: compiling one costs more than it saves.
    "jit=off",
    "log_timezone=UTC",
    "timezone=UTC",
    ...settings,
  ];
  const args = ["-D", cluster.folder, "-p", String(port), ...all.flatMap((setting) => ["-c", setting])];
  const [command = binary, ...rest] = [...cluster.account.prefix, binary, ...args];
  const log = await open(logFile, "a", 0o600);
  try {
    // In a process group of its own: Ctrl-C reaches the whole group of the terminal, and the database must outlive the
    // server that writes to it.
    return spawn(command, rest, {
      cwd: "/",
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      ...(cluster.account.ids ?? {}),
    });
  } finally {
    await log.close();
  }
}

async function waitUntilReady(child: ChildProcess, { cluster }: LaunchOptions, port: number): Promise<"ended" | "late" | null> {
  let hasEnded = false;
  child.once("exit", () => (hasEnded = true));
  child.once("error", () => (hasEnded = true));
  const until = Date.now() + readyLimitMs;
  while (!hasEnded) {
    const client = new Client({ ...superuserOf(cluster, port), connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return null;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = errorCode(error);
      if (code === "28P01") throw new Problem("The embedded database does not take its password: postgres-passwords.json in the data folder is not the one it was made with.");
      // Recovery after a crash takes as long as it takes; only silence has a limit.
      if (Date.now() >= until && code !== "57P03") return "late";
    }
    await wait(25);
  }
  return "ended";
}

export function superuserOf(cluster: Cluster, port: number) {
  return { host: "127.0.0.1", port, user: "postgres", password: cluster.passwords.superuser, database: "postgres" };
}

/** Ends it in PostgreSQL's "fast" way: sessions are cut, everything is written, the next start needs no recovery. */
async function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const hurry = setTimeout(() => child.kill("SIGQUIT"), 60_000);
  await ended;
  clearTimeout(hurry);
}

async function rotateLog(logFile: string): Promise<number> {
  const size = (await stat(logFile).catch(() => null))?.size ?? 0;
  if (size < keptLogBytes) return size;
  await rename(logFile, path.join(path.dirname(logFile), `${path.basename(logFile)}.1`));
  return 0;
}

async function readFrom(file: string, start: number): Promise<string> {
  return (await readFile(file).catch(() => Buffer.alloc(0))).subarray(start).toString("utf8");
}
