import { describe, expect, test } from "vitest";
import { offlineBecauseLostAt, seenAgain } from "./presence-memory";

const tenForty = Date.parse("2026-11-23T10:40:00.000Z");
const at = (seconds: number) => tenForty + seconds * 1000;
const offlineSince = (seconds: number) => ({ status: "offline", statusSince: new Date(at(seconds)).toISOString() }) as const;

describe("what a browser remembers of its presence", () => {
  test("begins without a loss", () => {
    expect(seenAgain(null, at(0))).toEqual({ seenAt: at(0), lostAt: null });
  });

  test.each([
    ["15 seconds", 15, null],
    ["exactly the grace period", 60, null],
    ["longer than the grace period", 61, at(0)],
    ["a night", 50_000, at(0)],
  ])("heard of again after %s", (_, seconds, lostAt) => {
    expect(seenAgain({ seenAt: at(0), lostAt: null }, at(seconds))).toEqual({ seenAt: at(seconds), lostAt });
  });

  test("keeps a loss while it is heard of, and one answer that overtakes another turns nothing back", () => {
    const back = seenAgain({ seenAt: at(0), lostAt: null }, at(300));
    expect(seenAgain(back, at(315))).toEqual({ seenAt: at(315), lostAt: at(0) });
    expect(seenAgain(back, at(290))).toEqual({ seenAt: at(300), lostAt: at(0) });
  });
});

describe("an agent who is offline went there because the connection was lost", () => {
  test.each([
    ["right after the grace period", 60, true],
    ["when the server looked around", 61.5, true],
    ["after an answer that did not arrive", 76, true],
    ["not before: they, or a manager, said so", 59, false],
    ["not long after: they said so in another browser, or once they were back", 91, false],
  ])("%s", (_, seconds, isLost) => {
    expect(offlineBecauseLostAt(at(0), offlineSince(seconds))).toBe(isLost ? at(0) : null);
  });

  test("and says nothing once they are anything else, or when nothing was lost", () => {
    expect(offlineBecauseLostAt(at(0), { ...offlineSince(60), status: "available" })).toBeNull();
    expect(offlineBecauseLostAt(null, offlineSince(60))).toBeNull();
  });
});
