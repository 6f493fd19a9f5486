import { setTimeout as wait } from "node:timers/promises";
import { inProject } from "./folders";
import { tryLock, type Holder } from "./lock-file";
import { Problem } from "./problem";

const limitMs = 600_000;

/** Runs `work` while no other start or test run of this clone generates or builds. */
export async function withProjectLock<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const attempt = await tryLock<Holder>(inProject("node_modules/.kith-build.lock"), {});
    if (attempt.kind === "locked") {
      try {
        return await work();
      } finally {
        await attempt.lock.release();
      }
    }
    if (Date.now() >= until) throw new Problem(`Another Kith (process ${attempt.holder.process.pid}) has been building for ten minutes. Wait until it has finished or end it, then try again.`);
    await wait(200);
  }
}
