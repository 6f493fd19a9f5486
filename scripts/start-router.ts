import { mkdir } from "node:fs/promises";
import { applyMigrations } from "./lib/apply-migrations";
import { requireDatabase } from "./lib/database-connection";
import { dataFolder } from "./lib/folders";
import { generate } from "./lib/generate";
import { sentenceFor } from "./lib/problem";
import { withProjectLock } from "./lib/project-lock";
import { readStartOptions } from "./lib/start-options";
import { withStartLock } from "./lib/start-lock";
import { listenForStop } from "./lib/stop-signal";

/**
 * One process that routes and serves no requests: any number of them may share a database with any number that only
 * serve. None leads: each organization's lock keeps their passes apart, and what is due stands in the rows.
 */
export async function startRouterProcess(launcherPid: number): Promise<never> {
  const stop = listenForStop(launcherPid);
  let services: { stop(): Promise<void> } | null = null;
  let exitCode = 0;
  try {
    const { databaseUrl } = readStartOptions(process.env, ["--router"]);
    await mkdir(dataFolder(), { recursive: true });
    await requireDatabase(databaseUrl ?? "");
    await withProjectLock(generate);
    await withStartLock(databaseUrl ?? "", (client) => applyMigrations(client));
    stop.signal.throwIfAborted();
    const { startServices } = await import("../lib/router/services");
    services = startServices({ routes: true });
    console.log("Kith routes. Ctrl-C stops it.");
    await stop.requested;
  } catch (error) {
    if (!stop.signal.aborted) {
      console.error(sentenceFor(error));
      if (process.env["KITH_DEBUG"]) console.error(error);
      exitCode = 1;
    }
  }
  await services?.stop();
  if (stop.signal.aborted && exitCode === 0) console.log("The router has stopped.");
  process.exit(exitCode);
}
