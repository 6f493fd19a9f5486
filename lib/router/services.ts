import { authSecret } from "../auth/environment";
import { lapseDueOffers } from "../commands/lapse-due-offers";
import { takeBackDue } from "../commands/take-back";
import { wakeDueConversations } from "../commands/wake-due-conversations";
import { closeEventStreams } from "../live/event-stream";
import { startListener } from "../live/listener";
import { allSent } from "../live/notify";
import { closeDatabase } from "../store/database";
import { presenceSweep } from "./presence-sweep";
import { startRouter } from "./router";

/** Starts what runs beside the requests, and leaves on globalThis how the server's process ends it. */
export function startServices(): void {
  // Without it nobody could sign in: better said at the start than to the first who tries.
  authSecret();
  const listener = startListener();
  const router = startRouter([wakeDueConversations, lapseDueOffers, presenceSweep(), takeBackDue]);
  (globalThis as { __kithShutdown?: () => Promise<void> }).__kithShutdown = async () => {
    closeEventStreams();
    await router.stop();
    await allSent();
    await listener.stop();
    await closeDatabase();
  };
}
