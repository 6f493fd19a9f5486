import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration, spokenDuration } from "./duration";

describe("parseDuration", () => {
  it.each([
    ["5", 5],
    ["90", 90],
    ["90s", 90],
    ["90 S", 90],
    ["90 sec", 90],
    ["90 seconds", 90],
    ["1m 30s", 90],
    ["1m30s", 90],
    ["1 min 30 s", 90],
    ["1:30", 90],
    ["01:30", 90],
    ["90:00", null],
    ["60:00", 3600],
    ["1:00:00", 3600],
    ["5 min", 300],
    ["5min", 300],
    ["5 minutes", 300],
    ["  5 min ", 300],
    ["1.5 min", 90],
    ["1,5 min", 90],
    ["1½ min", 90],
    ["½ min", 30],
    ["0.1 min", 6],
    ["1h", 3600],
    ["1 hour", 3600],
    ["0 h 2 min", 120],
    ["3600", 3600],
    ["0:05", 5],
  ])("reads %j as %s s", (typed, seconds) => {
    expect(parseDuration(typed)).toEqual(seconds === null ? { kind: "out_of_range" } : { kind: "seconds", seconds });
  });

  it.each(["4", "0", "3601", "61 min", "2 h", "0:04", "100:00"])("knows that %j is out of range", (typed) => {
    expect(parseDuration(typed)).toEqual({ kind: "out_of_range" });
  });

  it.each(["", "  ", "five", "-5", "5 5", "1:3", "1:60", "1:60:00", "5.5", "5.5 s", "1e3", "5 min 5", "30s 1m", "min", "٥", "5 min; 3 s"])(
    "does not understand %j",
    (typed) => {
      expect(parseDuration(typed)).toEqual({ kind: "not_understood" });
    },
  );
});

describe("formatDuration and spokenDuration", () => {
  it.each([
    [5, "5 s", "5 seconds"],
    [45, "45 s", "45 seconds"],
    [60, "1 min", "1 minute"],
    [61, "1 min 1 s", "1 minute 1 second"],
    [90, "1 min 30 s", "1 minute 30 seconds"],
    [300, "5 min", "5 minutes"],
    [3600, "60 min", "60 minutes"],
  ])("say %i s as %j and %j", (seconds, written, spoken) => {
    expect(formatDuration(seconds)).toBe(written);
    expect(spokenDuration(seconds)).toBe(spoken);
  });

  it("can be typed back, for every whole second", () => {
    for (let seconds = 5; seconds <= 3600; seconds += 1) {
      expect(parseDuration(formatDuration(seconds))).toEqual({ kind: "seconds", seconds });
      expect(parseDuration(spokenDuration(seconds))).toEqual({ kind: "seconds", seconds });
    }
  });
});
