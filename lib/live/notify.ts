import { randomUUID } from "node:crypto";
import { log } from "../log";
import { pool } from "../store/database";
import { shared } from "../store/shared";
import { notify } from "../store/notify";

/** What one process tells the others; ids only. */
export interface ProcessMessage {
  readonly organizationId: string;
  readonly topics: readonly string[];
  /** A fact for the router, from a process that runs none. */
  readonly wake?: boolean;
}

/** After a NOTIFY messages gather this long, so that a burst of facts is two: one at once, and one for all that follows. */
const gatherMs = 20;
/** A payload holds less than 8,000 bytes; a topic is about 50. */
const topicsInOne = 120;

/** What a process that routes tells of itself. */
export interface RouterMessage {
  readonly id: string;
  readonly host: string;
  readonly isGoing?: boolean;
}

interface Outbox {
  readonly processId: string;
  readonly topics: Map<string, Set<string>>;
  readonly wakes: Set<string>;
  router: RouterMessage | null;
  timer: NodeJS.Timeout | null;
  sending: Promise<void>;
}

function outbox(): Outbox {
  return shared("live-outbox", () => ({
    processId: randomUUID(),
    topics: new Map<string, Set<string>>(),
    wakes: new Set<string>(),
    router: null,
    timer: null,
    sending: Promise.resolve(),
  }));
}

/** Tells apart this process's own messages when they come back. */
export function processId(): string {
  return outbox().processId;
}

/** Sends soon, one statement at a time. A message that is lost is made up for: passes are found in the rows, browsers read again on reconnect. */
export function sendToOtherProcesses(message: ProcessMessage): void {
  const box = outbox();
  const topics = box.topics.get(message.organizationId) ?? new Set();
  for (const topic of message.topics) topics.add(topic);
  if (topics.size > 0) box.topics.set(message.organizationId, topics);
  if (message.wake) box.wakes.add(message.organizationId);
  if (box.timer === null) sendNow(box);
}

/** Tells the others that this process routes, or no longer does. */
export function sayRouting(self: { readonly id: string; readonly host: string }, { isGoing = false } = {}): void {
  const box = outbox();
  box.router = { ...self, ...(isGoing && { isGoing }) };
  if (box.timer === null) sendNow(box);
}

/** Sends what has gathered in this turn of the event loop, and what gathers after it when the time is over. */
function sendNow(box: Outbox): void {
  box.sending = box.sending.then(() => send(box));
  box.timer = setTimeout(() => {
    box.timer = null;
    if (box.topics.size > 0 || box.wakes.size > 0 || box.router !== null) sendNow(box);
  }, gatherMs);
}

/** Resolves when all that was given to send has been sent. */
export async function allSent(): Promise<void> {
  const box = outbox();
  if (box.timer) {
    clearTimeout(box.timer);
    box.timer = null;
    box.sending = box.sending.then(() => send(box));
  }
  await box.sending;
}

async function send(box: Outbox): Promise<void> {
  const payloads: string[] = [];
  for (const [organizationId, topics] of box.topics) {
    const list = [...topics];
    for (let start = 0; start < list.length; start += topicsInOne) {
      payloads.push(JSON.stringify({ from: box.processId, organizationId, topics: list.slice(start, start + topicsInOne) }));
    }
  }
  for (const organizationId of box.wakes) payloads.push(JSON.stringify({ from: box.processId, organizationId, topics: [], wake: true }));
  if (box.router !== null) payloads.push(JSON.stringify({ from: box.processId, router: box.router }));
  box.topics.clear();
  box.wakes.clear();
  box.router = null;
  try {
    await notify(pool(), payloads);
  } catch (error) {
    log.warn({ error }, "a NOTIFY could not be sent");
  }
}
