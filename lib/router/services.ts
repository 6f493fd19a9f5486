import { lapseDueOffers } from "../commands/lapse-due-offers";
import { takeBackDue } from "../commands/take-back";
import { wakeDueConversations } from "../commands/wake-due-conversations";
import { closeEventStreams } from "../live/event-stream";
import { startListener } from "../live/listener";
import { allSent } from "../live/notify";
import { closeDatabase } from "../store/database";
import { presenceSweep } from "./presence-sweep";
import { startRouter } from "./router";
import type { Duty } from "./worker";

export interface Services {
  /** Ends them in order: streams, the pass in flight, what is still to be said, connections. */
  stop(): Promise<void>;
}

/**
 * Starts what runs beside the requests.
 *
 * @param options.routes whether this process routes; one that doesn't wakes those that do.
 */
export function startServices({ routes }: { readonly routes: boolean }): Services {
  const listener = startListener();
  const router = routes ? startRouter(duties()) : null;
  return {
    async stop() {
      closeEventStreams();
      await router?.stop();
      await allSent();
      await listener.stop();
      await closeDatabase();
    },
  };
}

/** What the clock brings about beside routing, each found in the rows. */
function duties(): Duty[] {
  return [wakeDueConversations, lapseDueOffers, presenceSweep(), takeBackDue];
}
