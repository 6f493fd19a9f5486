import { describe, expect, it } from "vitest";
import { lastStop, placeOf, secondsAfterKey, stopAt, timeoutStops } from "./timeout-stops";

describe("timeout stops", () => {
  it("begin at 5 s, end at 60 min and rise", () => {
    expect(stopAt(0)).toBe(5);
    expect(stopAt(lastStop)).toBe(3600);
    expect([...timeoutStops]).toEqual([...timeoutStops].sort((a, b) => a - b));
  });

  it("sit each at their own place", () => {
    timeoutStops.forEach((stop, place) => {
      expect(placeOf(stop)).toBe(place);
      expect(stopAt(place)).toBe(stop);
    });
  });

  it.each([
    [6, 5],
    [8, 10],
    [100, 90],
    [110, 120],
    [3000, 2700],
    [3599, 3600],
  ])("a value between stops, %i s, sits at %i s", (seconds, stop) => {
    expect(stopAt(placeOf(seconds))).toBe(stop);
  });
});

describe("secondsAfterKey", () => {
  it.each([
    ["ArrowRight", false, 5, 10],
    ["ArrowUp", false, 300, 420],
    ["ArrowLeft", false, 300, 180],
    ["ArrowDown", false, 5, 5],
    ["ArrowRight", false, 3600, 3600],
    // From between two stops to the next one on that side.
    ["ArrowRight", false, 100, 120],
    ["ArrowLeft", false, 100, 90],
    ["ArrowRight", false, 3599, 3600],
    ["PageUp", false, 5, 30],
    ["PageDown", false, 3600, 900],
    ["PageUp", false, 2700, 3600],
    ["PageDown", false, 10, 5],
    ["PageUp", false, 100, 420],
    ["ArrowRight", true, 5, 30],
    ["ArrowLeft", true, 300, 60],
    ["Home", false, 300, 5],
    ["End", false, 3599, 3600],
  ])("%s (shift: %s) leads from %i s to %i s", (key, hasShift, from, to) => {
    expect(secondsAfterKey(key, hasShift, from)).toBe(to);
  });

  it("leaves other keys alone", () => {
    expect(secondsAfterKey("Tab", false, 300)).toBeNull();
    expect(secondsAfterKey("5", false, 300)).toBeNull();
  });

  it("reaches every stop by arrows, from one end to the other and back", () => {
    let seconds = 5;
    for (const stop of timeoutStops) {
      expect(seconds).toBe(stop);
      seconds = secondsAfterKey("ArrowRight", false, seconds) ?? seconds;
    }
    for (const stop of [...timeoutStops].reverse()) {
      expect(seconds).toBe(stop);
      seconds = secondsAfterKey("ArrowLeft", false, seconds) ?? seconds;
    }
  });
});
