import { expect, test } from "vitest";
import { ageText, dayText, momentText } from "./time-text";

const now = new Date(2026, 10, 22, 14, 30).getTime();
const minutesAgo = (minutes: number) => now - minutes * 60_000;

test.each([
  [0, "now"],
  [0.9, "now"],
  [1, "1m"],
  [59.9, "59m"],
  [60, "1h"],
  [23 * 60, "23h"],
  [24 * 60, "1d"],
  [7 * 24 * 60, "15 Nov"],
  [400 * 24 * 60, "18 Oct 2025"],
])("%d minutes ago is %s", (minutes, text) => {
  expect(ageText(minutesAgo(minutes), now)).toBe(text);
});

test("a clock a little ahead of the server's still reads now", () => {
  expect(ageText(now + 3_000, now)).toBe("now");
});

test("a moment names its day unless it is today", () => {
  expect(momentText(new Date(2026, 10, 22, 9, 5).getTime(), now)).toBe("09:05");
  expect(momentText(new Date(2026, 10, 21, 9, 5).getTime(), now)).toBe("21 Nov, 09:05");
});

test("days are told apart by the calendar", () => {
  expect(dayText(new Date(2026, 10, 22, 0, 1).getTime(), now)).toBe("Today");
  expect(dayText(new Date(2026, 10, 21, 23, 59).getTime(), now)).toBe("Yesterday");
  expect(dayText(new Date(2026, 10, 20, 23, 59).getTime(), now)).toBe("20 Nov");
});
