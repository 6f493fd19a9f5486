import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox, type OutboxItem } from "./outbox";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A server that takes messages once each by their id, and answers only while the line is up. */
function server() {
  const received: string[] = [];
  const ids = new Set<string>();
  const line = { isUp: true };
  const send = (item: OutboxItem): Promise<void> => {
    if (!line.isUp) return Promise.reject(new Error("No connection"));
    if (!ids.has(item.clientMessageId)) received.push(item.text);
    ids.add(item.clientMessageId);
    return Promise.resolve();
  };
  return { received, ids, line, send };
}

const problems = (outbox: Outbox) => outbox.items().map((item) => item.problem);

test("messages arrive in the order they were written", async () => {
  const { received, send } = server();
  const outbox = new Outbox("a", send);
  outbox.add("one");
  outbox.add("two");
  outbox.add("three");
  await vi.waitFor(() => expect(outbox.items()).toEqual([]));
  expect(received).toEqual(["one", "two", "three"]);
});

test("one that failed holds up those after it, and says why", async () => {
  const { received, line, send } = server();
  line.isUp = false;
  const outbox = new Outbox("a", send);
  outbox.add("one");
  outbox.add("two");
  await vi.waitFor(() => expect(problems(outbox)).toEqual(["No connection", null]));
  line.isUp = true;
  outbox.retry();
  await vi.waitFor(() => expect(outbox.items()).toEqual([]));
  expect(received).toEqual(["one", "two"]);
});

test("an answer lost on its way is asked for again under the same id: one message", async () => {
  const { received, send } = server();
  let isFirst = true;
  const outbox = new Outbox("a", async (item) => {
    await send(item);
    if (isFirst) {
      isFirst = false;
      throw new Error("The answer was lost");
    }
  });
  outbox.add("once");
  await vi.waitFor(() => expect(problems(outbox)).toEqual(["The answer was lost"]));
  outbox.retry();
  await vi.waitFor(() => expect(outbox.items()).toEqual([]));
  expect(received).toEqual(["once"]);
});

test("what was not confirmed is sent after a reload, under the id it had", async () => {
  const { received, ids, line, send } = server();
  line.isUp = false;
  const before = new Outbox("a", send);
  const { clientMessageId } = before.add("kept");
  await vi.waitFor(() => expect(problems(before)).toEqual(["No connection"]));
  line.isUp = true;
  const after = new Outbox("a", send);
  after.subscribe(() => undefined);
  await vi.waitFor(() => expect(after.items()).toEqual([]));
  expect(received).toEqual(["kept"]);
  expect([...ids]).toEqual([clientMessageId]);
});

test("the connection's return sends what failed", async () => {
  const { received, line, send } = server();
  line.isUp = false;
  const outbox = new Outbox("a", send);
  outbox.subscribe(() => undefined);
  outbox.add("one");
  await vi.waitFor(() => expect(problems(outbox)).toEqual(["No connection"]));
  line.isUp = true;
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(received).toEqual(["one"]));
});

test("one given up lets the next go", async () => {
  const { received, line, send } = server();
  line.isUp = false;
  const outbox = new Outbox("a", send);
  const { clientMessageId } = outbox.add("one");
  outbox.add("two");
  await vi.waitFor(() => expect(problems(outbox)).toEqual(["No connection", null]));
  line.isUp = true;
  outbox.discard(clientMessageId);
  await vi.waitFor(() => expect(outbox.items()).toEqual([]));
  expect(received).toEqual(["two"]);
});
