import { z } from "zod";
import { instant, nameRef } from "./common";

export const maxIntervalsPerDay = 10;
export const maxExceptions = 366;

/** What is no time is not asked whether it is later than another. */
const time = (form: RegExp, error: string) => z.string().regex(form, { error, abort: true });

/** "09:00" to "17:30" of the wall clock; hours past midnight belong to the next day. */
export const openInterval = z
  .strictObject({
    from: time(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like "09:00"'),
    to: time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time like "17:30", "24:00" at most'),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "must be later than from; hours past midnight belong to the next day" })
  .meta({ id: "OpenInterval" });
export type OpenInterval = z.infer<typeof openInterval>;

/** Of one day, in any order; none: closed. */
const intervals = z
  .array(openInterval)
  .max(maxIntervalsPerDay, `must be ${maxIntervalsPerDay} intervals at most`)
  .superRefine((day, context) => {
    for (const [at, { from, to }] of day.entries()) {
      const overlapped = day.slice(0, at).find((earlier) => from < earlier.to && earlier.from < to);
      if (overlapped) context.addIssue({ code: "custom", path: [at, "from"], message: `overlaps ${overlapped.from} to ${overlapped.to}` });
    }
  });

const exceptions = z
  .array(z.strictObject({ date: z.iso.date('must be a date like "2026-12-24"'), intervals }))
  .max(maxExceptions, `must be ${maxExceptions} days at most`)
  .superRefine((days, context) => {
    for (const [at, { date }] of days.entries()) {
      const isRepeated = days.slice(0, at).some((earlier) => earlier.date === date);
      if (isRepeated) context.addIssue({ code: "custom", path: [at, "date"], message: "is given twice" });
    }
  });

export const businessHours = z
  .strictObject({
    /** IANA, as "Europe/Berlin". */
    timeZone: z.string().trim().max(64).refine(isTimeZone, 'must be an IANA time zone like "Europe/Berlin"'),
    weekly: z.strictObject({
      monday: intervals,
      tuesday: intervals,
      wednesday: intervals,
      thursday: intervals,
      friday: intervals,
      saturday: intervals,
      sunday: intervals,
    }),
    /** Days that are not as their weekday is; without intervals they are closed. */
    exceptions,
  })
  .meta({ id: "BusinessHours" });
export type BusinessHours = z.infer<typeof businessHours>;

export const businessHoursSettings = z
  .strictObject({
    version: z.number().int(),
    /** Null: none are set, the organization is always open. */
    hours: businessHours.nullable(),
    updatedAt: instant,
    /** Null: never changed, or changed by an API key. */
    updatedBy: nameRef.nullable(),
  })
  .meta({ id: "BusinessHoursSettings" });
export type BusinessHoursSettings = z.infer<typeof businessHoursSettings>;

/** `version`: the one this was made from; another saved meanwhile: 409 `stale_version` with `current`. `hours` null: always open. */
export const putBusinessHoursBody = z
  .strictObject({ version: z.number().int().min(1), hours: businessHours.nullable() })
  .meta({ id: "PutBusinessHours" });
export type PutBusinessHoursBody = z.infer<typeof putBusinessHoursBody>;

/** Offsets like "+02:00", which newer engines take for zones, know no summer time and are refused. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
