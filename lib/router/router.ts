import { hostname } from "node:os";
import { processId, sayRouting } from "../live/notify";
import { shared, unshare } from "../store/shared";
import { Passes } from "./passes";
import { Peers, sayEveryMs, type Peer } from "./peers";
import { Worker, type Duty } from "./worker";

export interface Router {
  readonly passes: Passes;
  /** Another router has said that it is there, or goes. */
  hear(peer: Peer, isGoing: boolean): void;
  /** A fact was recorded by a process that doesn't route: one of all who hear it looks, and the others find in the rows what it leaves. */
  wakeFromElsewhere(organizationId: string): void;
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
  const self = { id: processId(), host: hostname() };
  const peers = new Peers(self);
  const passes = new Passes(() => peers.countHere());
  const worker = new Worker(passes, duties);
  worker.start();
  const say = () => sayRouting(self);
  say();
  const saying = setInterval(say, sayEveryMs).unref();
  const router: Router = {
    passes,
    hear(peer, isGoing) {
      if (isGoing) peers.hearGone(peer.id);
      else if (peers.hear(peer)) say();
    },
    wakeFromElsewhere(organizationId) {
      if (peers.isFirstFor(organizationId)) void passes.wake(organizationId);
    },
    async stop() {
      clearInterval(saying);
      sayRouting(self, { isGoing: true });
      await worker.stop();
      await passes.allIdle();
      unshare("router");
    },
  };
  shared<{ router: Router | null }>("router", () => ({ router: null })).router = router;
  return router;
}
