import { mkdir } from "node:fs/promises";
import { applyMigrations } from "./lib/apply-migrations";
import { build } from "./lib/build";
import { requireDatabase } from "./lib/database-connection";
import { seedDemo, type Demo } from "./lib/demo";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./lib/embedded-postgres";
import { dataFolder } from "./lib/folders";
import { findFreePort, whyPortIsTaken } from "./lib/free-port";
import { generate } from "./lib/generate";
import type { FileLock } from "./lib/lock-file";
import { Problem, sentenceFor } from "./lib/problem";
import { withProjectLock } from "./lib/project-lock";
import { becomeInstance, type RunningInstance } from "./lib/running-instance";
import { keepServerSecret } from "./lib/server-secret";
import { startServerProcess, type ServerProcess } from "./lib/server-process";
import { withStartLock } from "./lib/start-lock";
import { addressOf, readStartOptions, type StartOptions } from "./lib/start-options";
import { listenForStop, type StopSignal } from "./lib/stop-signal";

interface Parts {
  instance: FileLock<RunningInstance> | null;
  postgres: EmbeddedPostgres | null;
  server: ServerProcess | null;
}

/** Brings everything up, keeps it up until it is asked to stop, takes it down in order, and ends the process. */
export async function start(launcherPid: number): Promise<never> {
  const stop = listenForStop(launcherPid);
  const parts: Parts = { instance: null, postgres: null, server: null };
  let exitCode = 0;
  try {
    const options = readStartOptions(process.env, process.argv.slice(2));
    await run({ ...options, port: options.port || (await findFreePort()) }, stop, parts);
  } catch (error) {
    // What breaks because we are stopping (a build cut off in the middle) is no error.
    if (!stop.signal.aborted) {
      console.error(sentenceFor(error));
      if (process.env["KITH_DEBUG"]) console.error(error);
      exitCode = 1;
    }
  }
  // A full disk must not keep the rest from stopping.
  await parts.instance?.update({ isStopping: true }).catch(() => undefined);
  // The server first: its last router pass still writes.
  await parts.server?.stop();
  await parts.postgres?.stop();
  await parts.instance?.release();
  if (stop.signal.aborted && exitCode === 0) console.log("Kith has stopped.");
  process.exit(exitCode);
}

async function run(options: StartOptions, stop: StopSignal, parts: Parts): Promise<void> {
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    stop.signal.throwIfAborted();
    console.log(`• ${what}`);
    return work();
  };
  await mkdir(dataFolder(), { recursive: true });
  const address = addressOf(options, options.port);
  parts.instance = await becomeInstance(options.databaseUrl === null, options.port, { address, launcher: stop.launcher });
  await requirePort(options);
  const databaseUrl = await step(options.databaseUrl ? "Looking at the database" : "Starting PostgreSQL", () => openDatabase(options, parts));
  await parts.instance.update({ databaseUrl });
  await step("Generating the database client", () => withProjectLock(generate));
  const demo = await step("Applying migrations and the demo organization", () => prepareDatabase(databaseUrl));
  if (!options.isDevelopment) {
    await step("Building (a minute the first time, nothing when no source has changed)", () => withProjectLock(() => build(stop.signal)));
  }
  const port = await step("Starting the server", () => serve(options, databaseUrl, parts));
  if (!stop.signal.aborted) printWelcome(addressOf(options, port), demo);
  await untilStopped(stop, parts);
}

async function requirePort({ host, port }: StartOptions): Promise<void> {
  const reason = await whyPortIsTaken(host, port);
  if (reason === null) return;
  const why = reason === "EADDRINUSE" ? "is used by another program" : `can't be used (${reason})`;
  throw new Problem(`Port ${port} on ${host} ${why}. Stop that program or start Kith on another port: PORT=${port === 65_535 ? 3001 : port + 1} npm start`);
}

async function openDatabase({ databaseUrl }: StartOptions, parts: Parts): Promise<string> {
  if (databaseUrl !== null) {
    await requireDatabase(databaseUrl);
    return databaseUrl;
  }
  parts.postgres = await startEmbeddedPostgres(dataFolder());
  return parts.postgres.url;
}

async function prepareDatabase(databaseUrl: string): Promise<Demo | null> {
  return withStartLock(databaseUrl, async (client) => {
    await applyMigrations(client);
    return seedDemo(databaseUrl);
  });
}

async function serve(options: StartOptions, databaseUrl: string, parts: Parts): Promise<number> {
  const address = addressOf(options, options.port);
  const environment = {
    DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET: await keepServerSecret(),
    KITH_URL: process.env["KITH_URL"] ?? address,
    KITH_ROUTES: options.routes ? "1" : "0",
    ...(options.isDevelopment ? { NODE_ENV: "development", KITH_DEV: "1" } : {}),
  };
  parts.server = startServerProcess({ ...options, environment });
  await parts.instance?.update({ server: parts.server.record });
  return parts.server.ready;
}

async function untilStopped(stop: StopSignal, parts: Parts): Promise<void> {
  const serverEnded = parts.server?.ended.then((how) => `The server stopped unexpectedly (${how}).`);
  const databaseEnded = parts.postgres?.ended.then(() => "The embedded database stopped unexpectedly; the reason is in postgres.log in the data folder.");
  const forever = new Promise<never>(() => undefined);
  const what = await Promise.race([stop.requested, serverEnded ?? forever, databaseEnded ?? forever]);
  if (what !== "stop" && !stop.signal.aborted) throw new Problem(`${what} Everything saved is safe; start again with npm start.`);
}

function printWelcome(address: string, demo: Demo | null): void {
  console.log(`\nKith runs at ${address}`);
  if (demo) {
    const width = Math.max(...demo.signIns.map(({ role }) => role.length));
    console.log("\nSign in with");
    for (const { role, email, password } of demo.signIns) console.log(`  ${role.padEnd(width)}  ${email}  ${password}`);
    console.log(`\nWrite as a customer at ${address}${demo.chatPath}`);
  }
  console.log("\nCtrl-C stops it.");
}
