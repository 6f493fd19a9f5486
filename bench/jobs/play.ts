import { setTimeout as sleep } from "node:timers/promises";
import { sentenceFor } from "../../scripts/lib/problem";
import type { JobResult } from "./job";

/**
 * Does each deed at its time, whether or not the ones before have ended: what happens in the world does not wait for us.
 *
 * @returns how late each began
 */
export async function play(atMs: readonly number[], deed: (index: number) => Promise<unknown>): Promise<JobResult> {
  const lateMs: number[] = [];
  const running: Promise<unknown>[] = [];
  let failed = 0;
  let firstError: string | null = null;
  const begin = performance.now();
  for (const [index, at] of atMs.entries()) {
    const waitMs = begin + at - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    lateMs.push(performance.now() - begin - at);
    running.push(
      deed(index).catch((error: unknown) => {
        failed += 1;
        firstError ??= sentenceFor(error);
      }),
    );
  }
  await Promise.all(running);
  return { values: lateMs, failed, firstError };
}
