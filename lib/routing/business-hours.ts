export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Open from `from` on, closed from `to` on: "HH:MM" of the wall clock, `to` up to "24:00", `from` before `to`. */
export interface OpenInterval {
  readonly from: string;
  readonly to: string;
}

export interface BusinessHours {
  /** IANA, as "Europe/Berlin". */
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly OpenInterval[]>>;
  /** A day that is not as its weekday is: "YYYY-MM-DD" in that zone; without intervals it is closed. */
  readonly exceptions: readonly { readonly date: string; readonly intervals: readonly OpenInterval[] }[];
}

/**
 * Whether the organization is open, by the wall clock of its time zone: an hour that the clock skips in spring is
 * nobody's, one that comes twice in autumn is open both times or neither.
 *
 * @param now epoch ms
 * @throws RangeError when this process does not know the time zone
 */
export function isWithinBusinessHours(hours: BusinessHours, now: number): boolean {
  const { date, time } = readWallClock(hours.timeZone, now);
  const exception = hours.exceptions.find((each) => each.date === date);
  const intervals = exception ? exception.intervals : intervalsOfWeekday(hours, date);
  // Times of two digits each are in order as texts, "24:00" after all of them.
  return intervals.some(({ from, to }) => from <= time && time < to);
}

function intervalsOfWeekday({ weekly }: BusinessHours, date: string): readonly OpenInterval[] {
  const daysSinceMonday = (new Date(date).getUTCDay() + 6) % 7;
  return weekdays.filter((_, at) => at === daysSinceMonday).flatMap((weekday) => weekly[weekday]);
}

/** A formatter takes far longer to make than to use. Names know no case, so there are never more than zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const name = timeZone.toLowerCase();
  const made = formatters.get(name);
  if (made) return made;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(name, formatter);
  return formatter;
}

function readWallClock(timeZone: string, now: number): { readonly date: string; readonly time: string } {
  const parts = formatterOf(timeZone).formatToParts(now).map(({ type, value }) => [type, value]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}
