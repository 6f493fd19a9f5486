import { z } from "zod";
import { isLiveTopic } from "../contracts/live";
import { log } from "../log";
import { runningRouter } from "../router/router";
import { listen, type Listening } from "../store/listen";
import { shared, unshare } from "../store/shared";
import { hasListeners, publish, publishResync } from "./hub";
import { processId } from "./notify";

const ofOrganization = z.object({ from: z.string(), organizationId: z.string(), topics: z.unknown(), wake: z.boolean().optional() });
const ofRouter = z.object({ from: z.string(), router: z.object({ id: z.string(), host: z.string(), isGoing: z.boolean().optional() }) });
const message = z.union([ofOrganization, ofRouter]);
const topicList = z.array(z.string());

/** Hears what other processes did: passes it on to this process's streams, and wakes this process's router. */
export function startListener(): Listening {
  return shared("live-listener", () => {
    const listening = listen({
      onPayload: receive,
      // Whatever was said while nobody heard is lost.
      onReconnect: publishResync,
      onError: (error) => log.warn({ error }, "the connection that listens was lost"),
    });
    return {
      async stop() {
        unshare("live-listener");
        await listening.stop();
      },
    };
  });
}

function receive(payload: string): void {
  const parsed = message.safeParse(parseJson(payload));
  if (!parsed.success || parsed.data.from === processId()) return;
  if ("router" in parsed.data) {
    const { isGoing, ...peer } = parsed.data.router;
    runningRouter()?.hear(peer, isGoing ?? false);
    return;
  }
  const { organizationId, topics, wake } = parsed.data;
  // Most of what is said is of organizations nobody looks at through this process.
  if (hasListeners(organizationId)) publish(organizationId, (topicList.safeParse(topics).data ?? []).filter(isLiveTopic));
  if (wake) runningRouter()?.wakeFromElsewhere(organizationId);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anybody with access to the database may NOTIFY.
    return null;
  }
}
