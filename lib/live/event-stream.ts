import { isLiveTopic, type LiveEvent, type LiveTopic } from "../contracts/live";
import { shared } from "../store/shared";
import { subscribe } from "./hub";

/**
 * Sent when a stream opens and this often: it keeps proxies from closing a quiet one, lets a dead one be noticed at both
 * ends, and a workspace answers it, which is its presence. An event with a name of its own, for those who listen for it.
 */
const ping = "event: ping\ndata:\n\n";
const pingEveryMs = 15_000;
/** A reader this far behind is cut off; it reads all again when it comes back. */
const maxUnread = 200;

interface EventStreamOptions {
  readonly organizationId: string;
  /** Which topics this reader may hear of. */
  readonly accepts: (topic: LiveTopic) => boolean;
  /** What it accepts rests on what its reader may do: it ends when that changes for anybody of the organization. */
  readonly endsWithAccess?: boolean;
  /** Of the request: aborts when the reader goes away. */
  readonly signal: AbortSignal;
}

function openStreams(): Set<() => void> {
  return shared("live-streams", () => new Set<() => void>());
}

/** Server-sent events of one organization, for one reader: which things changed, never how. */
export function eventStream({ organizationId, accepts, endsWithAccess = false, signal }: EventStreamOptions): Response {
  const encoder = new TextEncoder();
  let forget: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return close();
          controller.enqueue(encoder.encode(text));
        };
        const send = (event: LiveEvent) => {
          const seen = event.kind === "resync" ? event : { ...event, topics: event.topics.filter((topic) => isLiveTopic(topic) && accepts(topic)) };
          if (seen.kind === "resync" || seen.topics.length > 0) write(`data: ${JSON.stringify(seen)}\n\n`);
          if (endsWithAccess && event.kind === "changed" && event.topics.includes("access")) close();
        };
        const unsubscribe = subscribe(organizationId, send);
        const heartbeat = setInterval(() => write(ping), pingEveryMs);
        let isClosed = false;
        forget = () => {
          isClosed = true;
          unsubscribe();
          clearInterval(heartbeat);
          openStreams().delete(close);
        };
        const close = () => {
          if (isClosed) return;
          forget();
          controller.close();
        };
        openStreams().add(close);
        signal.addEventListener("abort", () => close(), { once: true });
        write(`retry: 1000\n\n${ping}`);
      },
      // The reader has gone, and the stream is closed already.
      cancel: () => forget(),
    },
    { highWaterMark: maxUnread },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Ends all streams of this process, so that it can end: browsers come back by themselves. */
export function closeEventStreams(): void {
  for (const close of [...openStreams()]) close();
}
