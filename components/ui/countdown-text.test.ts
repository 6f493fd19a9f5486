import { describe, expect, test } from "vitest";
import { countdownText, spokenDuration } from "./countdown-text";

describe("countdownText", () => {
  test.each([
    [190_000, "3:10"],
    [189_001, "3:10"],
    [60_000, "1:00"],
    [1, "0:01"],
    [0, "0:00"],
    [-5_000, "0:00"],
    [3_600_000, "60:00"],
  ])("%i ms left reads %s", (remainingMs, text) => {
    expect(countdownText(remainingMs)).toBe(text);
  });
});

describe("spokenDuration", () => {
  test.each([
    [190_000, "3 minutes 10 seconds"],
    [60_000, "1 minute"],
    [1_000, "1 second"],
    [0, "no time"],
  ])("%i ms left is said %s", (remainingMs, text) => {
    expect(spokenDuration(remainingMs)).toBe(text);
  });
});
