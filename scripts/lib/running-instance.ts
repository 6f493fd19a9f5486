import path from "node:path";
import { dataFolder } from "./folders";
import { readHolder, tryLock, type FileLock, type Holder } from "./lock-file";
import { Problem } from "./problem";
import { isAlive, stopProcess, type ProcessRecord } from "./process-identity";

/** What a running Kith notes about itself, for other commands and for the start after a kill. */
export interface RunningInstance extends Holder {
  readonly server: ProcessRecord | null;
  /** Null until the database is there. */
  readonly databaseUrl: string | null;
  readonly address: string;
}

const embeddedInstance = "running.json";

/** The Kith with the embedded database that runs on this data folder, or null. */
export async function readRunningInstance(): Promise<RunningInstance | null> {
  const note = await readHolder<RunningInstance>(path.join(dataFolder(), embeddedInstance));
  return note !== null && isAlive(note.process) ? note : null;
}

/**
 * Makes this process the one Kith of its data (or, on a database of one's own, of its port), after ending the server
 * that a killed one may have left.
 */
export async function becomeInstance(options: { isEmbedded: boolean; port: number; address: string }): Promise<FileLock<RunningInstance>> {
  const name = options.isEmbedded ? embeddedInstance : `running-on-port-${options.port}.json`;
  const file = path.join(dataFolder(), name);
  const attempt = await tryLock<RunningInstance>(file, { server: null, databaseUrl: null, address: options.address });
  if (attempt.kind === "held") {
    const { holder } = attempt;
    throw new Problem(`Kith is already running here (${holder.address}, process ${holder.process.pid}). Use that one, or stop it (Ctrl-C, or kill ${holder.process.pid}) and start again.`);
  }
  const orphan = attempt.previous?.server ?? null;
  if (orphan) {
    // Noted again at once, so that a kill right here does not lose sight of it.
    await attempt.lock.note({ server: orphan, databaseUrl: null, address: options.address });
    await endOrphan(orphan);
  }
  return attempt.lock;
}

/** The server notices by itself that its start is gone, and is then already on its way. */
async function endOrphan(server: ProcessRecord): Promise<void> {
  if (await stopProcess(server, "SIGTERM", 12_000)) return;
  if (await stopProcess(server, "SIGKILL", 5_000)) return;
  throw new Problem(`An earlier server (process ${server.pid}) does not end. End it (kill -9 ${server.pid}) and start again.`);
}
