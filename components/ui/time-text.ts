const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, in the width of a list row: "now", "4m", "3h", "2d", then the date. */
export function ageText(at: number, now: number): string {
  const ageMs = now - at;
  if (ageMs < minuteMs) return "now";
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)}m`;
  if (ageMs < dayMs) return `${Math.floor(ageMs / hourMs)}h`;
  if (ageMs < 7 * dayMs) return `${Math.floor(ageMs / dayMs)}d`;
  return dateText(at, now);
}

/** "14:05" on the day of `now`, with the date before it on any other. */
export function momentText(at: number, now: number): string {
  const time = timeOfDay.format(at);
  return isSameDay(at, now) ? time : `${dateText(at, now)}, ${time}`;
}

/** "Today", "Yesterday", else the date: what stands between the days of a conversation. */
export function dayText(at: number, now: number): string {
  if (isSameDay(at, now)) return "Today";
  if (isSameDay(at, dayBefore(now))) return "Yesterday";
  return dateText(at, now);
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The whole instant, for a tooltip. */
export function fullText(at: number): string {
  return wholeInstant.format(at);
}

function dateText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayAndMonth : dayMonthYear).format(at);
}

/** By the calendar and not by 24 hours: a day that changes the clock has 23 or 25. */
function dayBefore(now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() - 1);
  return date.getTime();
}

// One locale for all: the words around these are English, and 24 hours take the least room in a row.
const timeOfDay = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const wholeInstant = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });
