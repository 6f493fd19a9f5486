import { expect, test } from "vitest";
import { localInputValue, snoozeChoices } from "./snooze-choices";

const said = (now: Date) => snoozeChoices(now).map(({ label, until }) => `${label} ${localInputValue(until)}`);

test("on a Wednesday at noon: an hour, the evening, tomorrow and Monday", () => {
  expect(said(new Date(2026, 10, 18, 12, 0))).toEqual([
    "In 1 hour 2026-11-18T13:00",
    "This evening 2026-11-18T18:00",
    "Tomorrow 2026-11-19T09:00",
    "Monday 2026-11-23T09:00",
  ]);
});

test("an evening that has all but come is left out", () => {
  expect(said(new Date(2026, 10, 18, 17, 30)).map((choice) => choice.split(" ")[0])).toEqual(["In", "Tomorrow", "Monday"]);
});

test("on a Sunday, Monday is said once, as tomorrow", () => {
  expect(snoozeChoices(new Date(2026, 10, 22, 12, 0)).map((choice) => choice.label)).toEqual([
    "In 1 hour",
    "This evening",
    "Tomorrow",
  ]);
});

test("on a Monday, Monday is the next one", () => {
  expect(said(new Date(2026, 10, 23, 12, 0)).at(-1)).toBe("Monday 2026-11-30T09:00");
});
