import { afterEach, describe, expect, test } from "vitest";
import type { LiveTopic } from "../contracts/live";
import { closeEventStreams, eventStream } from "./event-stream";
import { publish, publishResync } from "./hub";

afterEach(closeEventStreams);

function open(organizationId: string, accepts: (topic: LiveTopic) => boolean = () => true) {
  const request = new AbortController();
  const reader = eventStream({ organizationId, accepts, signal: request.signal }).body?.getReader();
  if (!reader) throw new Error("the stream has no body");
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { read, reader, request };
}

describe("an event stream", () => {
  test("tells which things of its organization changed, and nothing of another's", async () => {
    const stream = open("one");
    expect(await stream.read()).toBe("retry: 1000\n\nevent: ping\ndata:\n\n");
    publish("other", ["settings"]);
    publish("one", ["conversation:a", "agent:b"]);
    expect(await stream.read()).toBe('data: {"kind":"changed","topics":["conversation:a","agent:b"]}\n\n');
  });

  test("leaves out what its reader may not hear of, and says nothing when nothing is left", async () => {
    const stream = open("one", (topic) => topic === "conversation:mine");
    await stream.read();
    publish("one", ["conversation:other"]);
    publish("one", ["conversation:other", "conversation:mine"]);
    expect(await stream.read()).toBe('data: {"kind":"changed","topics":["conversation:mine"]}\n\n');
  });

  test("says when something may have been missed", async () => {
    const stream = open("one");
    await stream.read();
    publishResync();
    expect(await stream.read()).toBe('data: {"kind":"resync"}\n\n');
  });

  test.each(["the reader cancels", "the request is aborted", "the server closes"] as const)("ends when %s, and what is told later harms nobody", async (how) => {
    const stream = open("one");
    await stream.read();
    if (how === "the reader cancels") await stream.reader.cancel();
    if (how === "the request is aborted") stream.request.abort();
    if (how === "the server closes") closeEventStreams();
    expect(await stream.read()).toBeNull();
    publish("one", ["settings"]);
    stream.request.abort();
    closeEventStreams();
  });

  test("cuts off a reader who has fallen far behind", async () => {
    const stream = open("one");
    for (let index = 0; index < 500; index += 1) publish("one", [`conversation:${index}`]);
    let chunks = 0;
    while ((await stream.read()) !== null) chunks += 1;
    expect(chunks).toBeLessThanOrEqual(200);
  });

  test("of one whose permissions it rests on ends when permissions change, after what changed with them", async () => {
    const signal = new AbortController().signal;
    const reader = eventStream({ organizationId: "one", accepts: (topic) => topic === "settings", endsWithAccess: true, signal }).body?.getReader();
    const visitor = open("one", (topic) => topic === "settings");
    await reader?.read();
    await visitor.read();
    publish("one", ["settings", "access"]);
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: {"kind":"changed","topics":["settings"]}\n\n');
    expect((await reader?.read())?.done).toBe(true);
    publish("one", ["settings"]);
    expect(await visitor.read()).toBe('data: {"kind":"changed","topics":["settings"]}\n\n');
  });
});
