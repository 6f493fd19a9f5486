import { expect, expectTypeOf, test } from "vitest";
import { fieldErrors } from "../api/field-errors";
import type * as routing from "../routing/business-hours";
import { businessHours, businessHoursSettings, putBusinessHoursBody, type BusinessHours } from "./business-hours";

const officeDay = [{ from: "09:00", to: "12:00" }, { from: "13:00", to: "17:30" }];
const weekly = { monday: officeDay, tuesday: officeDay, wednesday: officeDay, thursday: officeDay, friday: officeDay, saturday: [], sunday: [] };
const hours = { timeZone: "Europe/Berlin", weekly, exceptions: [{ date: "2026-12-24", intervals: [] }] };

function errorsOf(value: unknown): string[] {
  const errors = businessHours.safeParse(value).error?.issues.flatMap(fieldErrors) ?? [];
  return errors.map(({ field, message }) => `${field}: ${message}`);
}

function withMonday(...monday: unknown[]): unknown {
  return { ...hours, weekly: { ...weekly, monday } };
}

function withExceptions(...exceptions: unknown[]): unknown {
  return { ...hours, exceptions };
}

test("what the contract takes is what routing reads", () => {
  expectTypeOf<BusinessHours>().toExtend<routing.BusinessHours>();
  expectTypeOf<routing.Weekday>().toEqualTypeOf<keyof BusinessHours["weekly"]>();
});

test.each<[what: string, value: unknown]>([
  ["a week with a holiday", hours],
  ["a day to its end", withMonday({ from: "00:00", to: "24:00" })],
  ["intervals that touch, in any order", withMonday({ from: "12:00", to: "23:59" }, { from: "09:00", to: "12:00" })],
  ["the 29th of February of a leap year", withExceptions({ date: "2028-02-29", intervals: officeDay })],
  ["UTC", { ...hours, timeZone: "UTC" }],
  ["a zone by its newer name", { ...hours, timeZone: "Asia/Kolkata" }],
])("%s is taken as it is", (_, value) => {
  expect(businessHours.parse(value)).toEqual(value);
});

test.each<[what: string, value: unknown, error: string]>([
  ["a zone nobody knows", { ...hours, timeZone: "Europe/Atlantis" }, 'timeZone: must be an IANA time zone like "Europe/Berlin"'],
  ["an offset for a zone", { ...hours, timeZone: "+02:00" }, 'timeZone: must be an IANA time zone like "Europe/Berlin"'],
  ["no zone", { ...hours, timeZone: " " }, 'timeZone: must be an IANA time zone like "Europe/Berlin"'],
  ["a time of one digit", withMonday({ from: "9:00", to: "12:00" }), 'weekly.monday.0.from: must be a time like "09:00"'],
  ["a time with seconds", withMonday({ from: "09:00:00", to: "12:00" }), 'weekly.monday.0.from: must be a time like "09:00"'],
  ["a start at 24:00", withMonday({ from: "24:00", to: "24:00" }), 'weekly.monday.0.from: must be a time like "09:00"'],
  ["minute 60", withMonday({ from: "09:00", to: "12:60" }), 'weekly.monday.0.to: must be a time like "17:30", "24:00" at most'],
  ["an end past 24:00", withMonday({ from: "09:00", to: "24:01" }), 'weekly.monday.0.to: must be a time like "17:30", "24:00" at most'],
  ["nothing between from and to", withMonday({ from: "09:00", to: "09:00" }), "weekly.monday.0.to: must be later than from; hours past midnight belong to the next day"],
  ["a night in one interval", withMonday({ from: "22:00", to: "06:00" }), "weekly.monday.0.to: must be later than from; hours past midnight belong to the next day"],
  ["intervals that overlap", withMonday({ from: "09:00", to: "12:00" }, { from: "11:59", to: "13:00" }), "weekly.monday.1.from: overlaps 09:00 to 12:00"],
  ["one inside another, named after it", withMonday({ from: "14:00", to: "15:00" }, { from: "09:00", to: "12:00" }, { from: "08:00", to: "13:00" }), "weekly.monday.2.from: overlaps 09:00 to 12:00"],
  ["eleven intervals", withMonday(...Array.from({ length: 11 }, (_, at) => ({ from: `${at + 10}:00`, to: `${at + 10}:30` }))), "weekly.monday: must be 10 intervals at most"],
  ["a day that is no weekday", { ...hours, weekly: { ...weekly, funday: [] } }, "weekly.funday: is not known here"],
  ["a week without its Monday", { ...hours, weekly: { ...weekly, monday: undefined } }, "weekly.monday: Invalid input: expected array, received undefined"],
  ["a day that is in no calendar", withExceptions({ date: "2026-02-29", intervals: [] }), 'exceptions.0.date: must be a date like "2026-12-24"'],
  ["a day given twice", withExceptions({ date: "2026-12-24", intervals: [] }, { date: "2026-12-25", intervals: [] }, { date: "2026-12-24", intervals: officeDay }), "exceptions.2.date: is given twice"],
  ["an exception that overlaps itself", withExceptions({ date: "2026-12-24", intervals: [officeDay[0], officeDay[0]] }), "exceptions.0.intervals.1.from: overlaps 09:00 to 12:00"],
  ["a name for a holiday", withExceptions({ date: "2026-12-24", name: "Eve", intervals: [] }), "exceptions.0.name: is not known here"],
])("%s is refused by name", (_, value, error) => {
  expect(errorsOf(value)).toEqual([error]);
});

test("no hours at all can be saved, and are answered: always open", () => {
  expect(putBusinessHoursBody.parse({ version: 1, hours: null })).toEqual({ version: 1, hours: null });
  const answer = { version: 2, hours: null, updatedAt: "2026-03-04T10:00:00.000Z", updatedBy: null };
  expect(businessHoursSettings.parse(answer)).toEqual(answer);
});
