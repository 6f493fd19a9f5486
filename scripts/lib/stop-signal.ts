import { isAlive, recordOf, type ProcessRecord } from "./process-identity";

/** Ctrl-C, `kill` and a closed terminal all ask for the same: one orderly stop, however often they ask. */
export interface StopSignal {
  readonly requested: Promise<"stop">;
  readonly signal: AbortSignal;
  /** The npm that runs us; its end asks for a stop too, because nobody would look after us any more. */
  readonly launcher: ProcessRecord | null;
}

const launcherCheckMs = 250;

export function listenForStop(): StopSignal {
  const controller = new AbortController();
  const requested = new Promise<"stop">((resolve) => controller.signal.addEventListener("abort", () => resolve("stop")));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort());
  // A terminal that has gone away must not turn the stop into a crash.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  const launcher = process.env["npm_lifecycle_event"] ? recordOf(process.ppid) : null;
  if (launcher) setInterval(() => isAlive(launcher) || controller.abort(), launcherCheckMs).unref();
  return { requested, signal: controller.signal, launcher };
}
