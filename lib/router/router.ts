import { shared, unshare } from "../store/shared";
import { Passes } from "./passes";
import { Worker, type Duty } from "./worker";

export interface Router {
  readonly passes: Passes;
  /** Takes no more work, and resolves when the passes in flight have ended. */
  stop(): Promise<void>;
}

/** The router of this process, if it runs one. */
export function runningRouter(): Router | null {
  return shared<{ router: Router | null }>("router", () => ({ router: null })).router;
}

/** Starts routing in this process. Any number of processes may: the organization's lock keeps their passes apart. */
export function startRouter(duties: readonly Duty[] = []): Router {
  const present = runningRouter();
  if (present) return present;
  const passes = new Passes();
  const worker = new Worker(passes, duties);
  worker.start();
  const router: Router = {
    passes,
    async stop() {
      await worker.stop();
      await passes.allIdle();
      unshare("router");
    },
  };
  shared<{ router: Router | null }>("router", () => ({ router: null })).router = router;
  return router;
}
