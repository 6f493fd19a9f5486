export interface SnoozeChoice {
  readonly label: string;
  readonly until: Date;
}

const morning = 9;
const evening = 18;

/** The times people mean, by the clock on their desk: never one that is past or less than an hour away. */
export function snoozeChoices(now: Date): SnoozeChoice[] {
  const soonest = new Date(now.getTime() + 60 * 60_000);
  const choices: SnoozeChoice[] = [{ label: "In 1 hour", until: soonest }];
  const tonight = atHour(now, 0, evening);
  if (tonight > soonest) choices.push({ label: "This evening", until: tonight });
  choices.push({ label: "Tomorrow", until: atHour(now, 1, morning) });
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  // On a Sunday, tomorrow is Monday already.
  if (daysToMonday > 1) choices.push({ label: "Monday", until: atHour(now, daysToMonday, morning) });
  return choices;
}

/** As an `<input type="datetime-local">` wants it: local time to the minute. */
export function localInputValue(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function atHour(now: Date, daysAhead: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, hour);
}
