import path from "node:path";
import { dataFolder } from "./folders";
import { readHolder, tryLock, type FileLock, type Holder } from "./lock-file";
import { Problem } from "./problem";
import { isAlive, stopProcess, waitForEnd, type ProcessRecord } from "./process-identity";

/** What a running Kith notes about itself, for other commands and for the start after a kill. */
export interface RunningInstance extends Holder {
  readonly server: ProcessRecord | null;
  /** Null until the database is there. */
  readonly databaseUrl: string | null;
  readonly address: string;
  /** The npm that runs it; null when it was started without. */
  readonly launcher: ProcessRecord | null;
  readonly isStopping: boolean;
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
export async function becomeInstance(isEmbedded: boolean, port: number, note: Pick<RunningInstance, "address" | "launcher">): Promise<FileLock<RunningInstance>> {
  const file = path.join(dataFolder(), isEmbedded ? embeddedInstance : `running-on-port-${port}.json`);
  for (;;) {
    const attempt = await tryLock<RunningInstance>(file, { ...note, server: null, databaseUrl: null, isStopping: false });
    if (attempt.kind === "held") {
      await waitIfStopping(attempt.holder);
      continue;
    }
    const orphan = attempt.previous?.server ?? null;
    if (orphan) {
      // Noted again at once, so that a kill right here does not lose sight of it.
      await attempt.lock.update({ server: orphan });
      await endOrphan(orphan);
    }
    return attempt.lock;
  }
}

async function waitIfStopping(holder: RunningInstance): Promise<void> {
  const { pid } = holder.process;
  // One whose npm was killed notices that and stops by itself.
  const hasLostLauncher = holder.launcher !== null && !isAlive(holder.launcher);
  if (!holder.isStopping && !hasLostLauncher) {
    throw new Problem(`Kith is already running here (${holder.address}, process ${pid}). Use that one, or stop it (Ctrl-C, or kill ${pid}) and start again.`);
  }
  console.log("• Waiting for the earlier Kith to stop");
  if (await waitForEnd(holder.process, 60_000)) return;
  throw new Problem(`An earlier Kith (process ${pid}) is stopping and does not end. End it (kill -9 ${pid}) and start again.`);
}

/** The server notices by itself that its start is gone, and is then already on its way. */
async function endOrphan(server: ProcessRecord): Promise<void> {
  if (await stopProcess(server, "SIGTERM", 12_000)) return;
  if (await stopProcess(server, "SIGKILL", 5_000)) return;
  throw new Problem(`An earlier server (process ${server.pid}) does not end. End it (kill -9 ${server.pid}) and start again.`);
}
