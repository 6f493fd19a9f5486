import { isAlive, recordOf, type ProcessRecord } from "./process-identity";

/** Ctrl-C, `kill` and a closed terminal all ask for the same: one orderly stop, however often they ask. */
export interface StopSignal {
  readonly requested: Promise<"stop">;
  readonly signal: AbortSignal;
  /** The npm that runs us; its end asks for a stop too, because nobody would look after us any more. */
  readonly launcher: ProcessRecord | null;
}

const launcherCheckMs = 250;

/** @param launcherPid the parent process as it was when this one began */
export function listenForStop(launcherPid: number): StopSignal {
  const controller = new AbortController();
  const requested = new Promise<"stop">((resolve) => controller.signal.addEventListener("abort", () => resolve("stop")));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort());
  // A terminal that has gone away must not turn the stop into a crash.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  const isRunByNpm = Boolean(process.env["npm_lifecycle_event"]);
  const launcher = isRunByNpm ? recordOf(launcherPid) : null;
  const checkLauncher = () => {
    if (launcher === null || process.ppid !== launcherPid || !isAlive(launcher)) controller.abort();
  };
  if (isRunByNpm) setInterval(checkLauncher, launcherCheckMs).unref();
  return { requested, signal: controller.signal, launcher };
}
