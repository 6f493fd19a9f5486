import fc from "fast-check";
import { expect, test } from "vitest";

import { isWithinBusinessHours, weekdays, type BusinessHours, type OpenInterval } from "./business-hours";
import { exampleHours } from "./example-rules";

/** `KITH_SEED` replays a failure. */
const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

const officeDay = [{ from: "09:00", to: "12:00" }, { from: "13:00", to: "17:30" }];
const wholeDay = [{ from: "00:00", to: "24:00" }];
const always = Object.fromEntries(weekdays.map((weekday) => [weekday, wholeDay]));

const berlin = exampleHours("Europe/Berlin", {
  monday: officeDay,
  tuesday: officeDay,
  // Through midnight: two intervals.
  friday: [{ from: "22:00", to: "24:00" }],
  saturday: [{ from: "00:00", to: "02:00" }],
});
const smallHours = exampleHours("Europe/Berlin", { sunday: [{ from: "01:00", to: "02:30" }] });
const skippedHour = exampleHours("Europe/Berlin", { sunday: [{ from: "02:15", to: "02:45" }] });
const holidays = exampleHours("Europe/Berlin", { thursday: officeDay, friday: officeDay }, [
  { date: "2026-12-24", intervals: [{ from: "09:00", to: "12:00" }] },
  { date: "2026-12-25", intervals: [] },
  { date: "2026-12-27", intervals: [{ from: "10:00", to: "11:00" }] },
]);

const table: [what: string, at: string, hours: BusinessHours, isOpen: boolean][] = [
  ["a millisecond before it opens", "2026-03-02T08:59:59.999+01:00", berlin, false],
  ["the instant it opens", "2026-03-02T09:00:00.000+01:00", berlin, true],
  ["a millisecond before it closes", "2026-03-02T11:59:59.999+01:00", berlin, true],
  ["the instant it closes for lunch", "2026-03-02T12:00:00.000+01:00", berlin, false],
  ["after lunch", "2026-03-02T13:00:00.000+01:00", berlin, true],
  ["the half hour it closes", "2026-03-02T17:30:00.000+01:00", berlin, false],
  ["another weekday", "2026-03-04T10:00:00.000+01:00", berlin, false],
  ["one named like the first", "2026-03-03T10:00:00.000+01:00", berlin, true],
  ["the last millisecond before midnight", "2026-03-06T23:59:59.999+01:00", berlin, true],
  ["midnight, which is the next day's", "2026-03-07T00:00:00.000+01:00", berlin, true],
  ["the end past midnight", "2026-03-07T02:00:00.000+01:00", berlin, false],
  ["the end of Saturday, by nothing of its own", "2026-03-07T23:30:00.000+01:00", berlin, false],
  ["still Friday in UTC, Saturday in Berlin", "2026-03-06T23:30:00.000Z", berlin, true],
  ["summer time: nine there is seven in UTC", "2026-07-06T07:00:00.000Z", berlin, true],
  ["summer time: before nine", "2026-07-06T06:59:59.999Z", berlin, false],

  ["spring: before the clock jumps from 2 to 3", "2026-03-29T00:59:59.999Z", smallHours, true],
  ["spring: the jump ends an interval whose end it skips", "2026-03-29T01:00:00.000Z", smallHours, false],
  ["spring: an interval inside the skipped hour is nobody's", "2026-03-29T01:20:00.000Z", skippedHour, false],
  ["a week before, it is somebody's", "2026-03-22T01:20:00.000Z", skippedHour, true],
  ["autumn: 2:29 for the first time", "2026-10-25T00:29:59.999Z", smallHours, true],
  ["autumn: 2:30 for the first time", "2026-10-25T00:30:00.000Z", smallHours, false],
  ["autumn: 2:29 again", "2026-10-25T01:29:59.999Z", smallHours, true],
  ["autumn: 2:30 again", "2026-10-25T01:30:00.000Z", smallHours, false],

  ["an exception shortens a day: open", "2026-12-24T11:00:00.000+01:00", holidays, true],
  ["an exception shortens a day: closed", "2026-12-24T14:00:00.000+01:00", holidays, false],
  ["an exception without intervals", "2026-12-25T10:00:00.000+01:00", holidays, false],
  ["an exception opens a day", "2026-12-27T10:30:00.000+01:00", holidays, true],
  ["an exception is one day's", "2026-12-31T14:00:00.000+01:00", holidays, true],
  ["an exception goes by the zone's date", "2026-12-24T23:30:00.000Z", exampleHours("Europe/Berlin", always, [{ date: "2026-12-25", intervals: [] }]), false],
  ["and ends by it", "2026-12-25T23:00:00.000Z", exampleHours("Europe/Berlin", always, [{ date: "2026-12-25", intervals: [] }]), true],

  ["a quarter past, in a zone of quarters", "2026-03-02T03:15:00.000Z", exampleHours("Asia/Kathmandu", { monday: officeDay }), true],
  ["just before it", "2026-03-02T03:14:59.999Z", exampleHours("Asia/Kathmandu", { monday: officeDay }), false],
  ["a day that starts at one, the clock having jumped at midnight", "2018-11-04T03:00:00.000Z", exampleHours("America/Sao_Paulo", { sunday: [{ from: "00:30", to: "01:30" }] }), true],
  ["the Friday that Apia left out was Friday nowhere there", "2011-12-30T12:00:00.000Z", exampleHours("Pacific/Apia", { friday: wholeDay }), false],
  ["it was Saturday already", "2011-12-30T12:00:00.000Z", exampleHours("Pacific/Apia", { saturday: wholeDay }), true],
  ["a zone's name knows no case", "2026-03-02T08:00:00.000Z", exampleHours("europe/BERLIN", { monday: officeDay }), true],
  ["hours of no day at all", "2026-03-02T10:00:00.000Z", exampleHours("UTC"), false],
];

test.each(table)("%s", (_, at, hours, isOpen) => {
  expect(isWithinBusinessHours(hours, Date.parse(at))).toBe(isOpen);
});

test.each(weekdays.map((weekday, at) => [weekday, at] as const))("a %s is told by its date", (weekday, at) => {
  // 2 March 2026 is a Monday.
  const noon = Date.UTC(2026, 2, 2 + at, 12);
  expect(isWithinBusinessHours(exampleHours("UTC", { [weekday]: wholeDay }), noon)).toBe(true);
  expect(isWithinBusinessHours(exampleHours("UTC", { ...always, [weekday]: [] }), noon)).toBe(false);
});

test("a time zone that nobody knows is an error and not closed for ever", () => {
  expect(() => isWithinBusinessHours(exampleHours("Europe/Atlantis", always), 0)).toThrow(RangeError);
});

const dayMinutes = 24 * 60;
const now = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });
const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
/** Where a day is cut: open from the first cut to the second, closed to the third, and so on. */
const cuts = fc.uniqueArray(fc.integer({ min: 0, max: dayMinutes }), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b));

test("hours by a fixed offset are what counting minutes says", () => {
  const week = fc.array(cuts, { minLength: 7, maxLength: 7 });
  check(fc.property(now, week, fc.integer({ min: -14, max: 12 }), (at, days, zoneHours) => {
    // Named the other way round: Etc/GMT-2 is two hours ahead of UTC.
    const timeZone = `Etc/GMT${zoneHours < 0 ? "" : "+"}${zoneHours}`;
    const shifted = at - zoneHours * 3_600_000;
    const day = Math.floor(shifted / 86_400_000);
    const minute = Math.floor(shifted / 60_000) - day * dayMinutes;
    // 1 January 1970 was a Thursday, three days after Monday.
    const cutsOfDay = days[(((day + 3) % 7) + 7) % 7] ?? [];
    const isOpen = cutsOfDay.filter((cut) => cut <= minute).length % 2 === 1;
    const weekly = Object.fromEntries(weekdays.map((weekday, of) => [weekday, openBetween(days[of] ?? [])]));
    expect(isWithinBusinessHours(exampleHours(timeZone, weekly), at)).toBe(isOpen);
  }));
});

test("in every zone, at every time, it is either within hours or within what they leave", () => {
  check(fc.property(now, zone, cuts, (at, timeZone, day) => {
    const rest = day[0] === 0 ? day.slice(1) : [0, ...day];
    const isOpen = isWithinBusinessHours(everyDay(timeZone, openBetween(day)), at);
    expect(isWithinBusinessHours(everyDay(timeZone, openBetween(rest)), at)).toBe(!isOpen);
    expect(isWithinBusinessHours(everyDay(timeZone, [...openBetween(day)].reverse()), at), "in any order").toBe(isOpen);
    expect(isWithinBusinessHours(everyDay(timeZone, wholeDay), at), "a whole day has no hole").toBe(true);
  }));
});

function everyDay(timeZone: string, intervals: readonly OpenInterval[]): BusinessHours {
  return exampleHours(timeZone, Object.fromEntries(weekdays.map((weekday) => [weekday, intervals])));
}

function openBetween(day: readonly number[]): OpenInterval[] {
  return day.flatMap((from, at) => (at % 2 === 0 && from < dayMinutes ? [{ from: clock(from), to: clock(day[at + 1] ?? dayMinutes) }] : []));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function check<T>(property: fc.IRawProperty<T>): void {
  fc.assert(property, {
    seed,
    numRuns: 1000,
    reporter: (run) => {
      if (run.failed) throw new Error(`${fc.defaultReportMessage(run)}\nReplay it with KITH_SEED=${seed}.`, { cause: run.errorInstance });
    },
  });
}
