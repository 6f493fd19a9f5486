/** Ctrl-C, `kill` and a closed terminal all ask for the same: one orderly stop, however often they ask. */
export interface StopSignal {
  readonly requested: Promise<"stop">;
  readonly signal: AbortSignal;
}

export function listenForStop(): StopSignal {
  const controller = new AbortController();
  const requested = new Promise<"stop">((resolve) => controller.signal.addEventListener("abort", () => resolve("stop")));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort());
  // A terminal that has gone away must not turn the stop into a crash.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  return { requested, signal: controller.signal };
}
