import { describe, expect, test } from "vitest";
import { isUnavailableByLapse, offersSeen } from "./offer-memory";

const tenForty = Date.parse("2026-11-23T10:40:00.000Z");
const at = (seconds: number) => tenForty + seconds * 1000;
const lunch = { id: "0199-lunch", name: "Lunch" };

describe("what a browser remembers of the offers to its agent", () => {
  test("holds what is open, each once", () => {
    const once = offersSeen([], [at(30)], at(0));
    expect(once).toEqual([at(30)]);
    expect(offersSeen(once, [at(30), at(40)], at(5))).toEqual([at(30), at(40)]);
  });

  test("lets go of what was answered before its time was over", () => {
    expect(offersSeen([at(30)], [], at(29))).toEqual([]);
  });

  test("keeps what was open till its time was over", () => {
    expect(offersSeen([at(30)], [], at(30))).toEqual([at(30)]);
    expect(offersSeen([at(30)], [at(90)], at(60))).toEqual([at(30), at(90)]);
  });

  test("forgets the oldest of many", () => {
    const many = Array.from({ length: 25 }, (_, index) => at(index));
    expect(offersSeen([], many, at(0))).toEqual(many.slice(-20));
  });
});

describe("an agent is unavailable because they did not answer", () => {
  test.each([
    ["as the time was over", { status: "unavailable", customStatus: null, since: 30 }, true],
    ["a little later", { status: "unavailable", customStatus: null, since: 30.3 }, true],
    ["not when they said so before", { status: "unavailable", customStatus: null, since: 29.9 }, false],
    ["not when they said so long after", { status: "unavailable", customStatus: null, since: 41 }, false],
    ["not when they chose a status of their own", { status: "unavailable", customStatus: lunch, since: 30.3 }, false],
    ["not when they are offline", { status: "offline", customStatus: null, since: 30.3 }, false],
    ["not when they are available", { status: "available", customStatus: null, since: 30.3 }, false],
  ] as const)("%s", (_, { status, customStatus, since }, expected) => {
    const agent = { status, customStatus, statusSince: new Date(at(since)).toISOString() };
    expect(isUnavailableByLapse([at(-60), at(30)], agent)).toBe(expected);
  });

  test("and never without an offer", () => {
    expect(isUnavailableByLapse([], { status: "unavailable", customStatus: null, statusSince: new Date(at(30)).toISOString() })).toBe(false);
  });
});
