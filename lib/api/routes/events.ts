import { may, type Actor } from "../../auth/actor";
import type { Permission } from "../../auth/permissions";
import type { LiveTopic } from "../../contracts/live";
import { eventStream } from "../../live/event-stream";
import { operation } from "../operation";

const needed = {
  conversation: "conversation.read",
  agent: "user.read",
  customer: "customer.read",
  settings: "routing_settings.read",
} as const satisfies Record<string, Permission>;

/** One hears of what one may read. Topics are ids; what changed is read through the API. */
function mayHear(actor: Actor, topic: LiveTopic): boolean {
  const kind = Object.entries(needed).find(([name]) => topic === name || topic.startsWith(`${name}:`));
  return kind !== undefined && may(actor, kind[1]);
}

export const eventOperations = [
  operation(
    {
      operationId: "streamEvents",
      method: "get",
      path: "/events",
      tag: "Events",
      summary: "Hear which things change",
      description: "Server-sent events, each a LiveEvent as JSON: ids only. It ends when somebody's permissions change: open it again. Read again what you show; after a lost connection, all of it. Events named `ping` say that the stream is alive.",
      access: "signed_in",
      answer: { status: 200, description: "A stream of events", contentType: "text/event-stream" },
    },
    async ({ actor, http }) =>
      eventStream({ organizationId: actor.organizationId, accepts: (topic) => mayHear(actor, topic), endsWithAccess: true, signal: http.req.raw.signal }),
  ),
];
