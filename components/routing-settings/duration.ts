import { maxTimeoutSeconds, minTimeoutSeconds } from "@/lib/contracts/routing-settings";

export type ParsedDuration =
  | { readonly kind: "seconds"; readonly seconds: number }
  | { readonly kind: "not_understood" }
  | { readonly kind: "out_of_range" };

/** What is allowed, both ends included. */
export interface DurationLimits {
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

export const channelTimeoutLimits: DurationLimits = { minSeconds: minTimeoutSeconds, maxSeconds: maxTimeoutSeconds };

/** What the exact field takes, and its limits. */
export function durationHint({ minSeconds, maxSeconds }: DurationLimits): string {
  return `Type it like 90, 90s, 1m 30s, 1:30 or 5 min; from ${formatDuration(minSeconds)} to ${formatDuration(maxSeconds)}.`;
}

const unitSeconds = { h: 3600, m: 60, s: 1 } as const;
const amount = String.raw`(\d{1,6}(?:[.,]\d{1,3})?|\d{0,3}[½¼¾])`;
const withUnits = new RegExp(
  String.raw`^(?:${amount}\s*(?:h|hr|hrs|hours?))?\s*(?:${amount}\s*(?:m|min|mins|minutes?))?\s*(?:${amount}\s*(?:s|sec|secs|seconds?))?$`,
  "u",
);
const clock = /^(?:(\d{1,2}):)?(\d{1,4}):(\d{2})$/u;
const bareNumber = /^\d{1,6}$/u;

/** Reads a duration as a person types it; a number alone is seconds, "1:30" is minutes and seconds. */
export function parseDuration(typed: string, { minSeconds, maxSeconds }: DurationLimits = channelTimeoutLimits): ParsedDuration {
  const seconds = readSeconds(typed.trim().toLowerCase());
  if (seconds === null || !Number.isInteger(seconds)) return { kind: "not_understood" };
  if (seconds < minSeconds || seconds > maxSeconds) return { kind: "out_of_range" };
  return { kind: "seconds", seconds };
}

/** As the exact field shows it: "45 s", "5 min", "1 min 30 s". The longest is "60 min". */
export function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? `${minutes} min` : "", rest > 0 || minutes === 0 ? `${rest} s` : ""].filter(Boolean).join(" ");
}

/** As it is read aloud: "5 minutes", "1 minute 30 seconds". */
export function spokenDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? counted(minutes, "minute") : "", rest > 0 || minutes === 0 ? counted(rest, "second") : ""].filter(Boolean).join(" ");
}

function readSeconds(text: string): number | null {
  if (bareNumber.test(text)) return Number(text);
  const asClock = clock.exec(text);
  if (asClock) return readClock(asClock[1], asClock[2], asClock[3]);
  const parts = withUnits.exec(text);
  if (!parts || text === "") return null;
  const [, hours, minutes, seconds] = parts;
  return sum(readAmount(hours) * unitSeconds.h, readAmount(minutes) * unitSeconds.m, readAmount(seconds) * unitSeconds.s);
}

function readClock(hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number | null {
  if (Number(seconds) > 59) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const fractions: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

function readAmount(text: string | undefined): number {
  if (text === undefined) return 0;
  const fraction = fractions[text.slice(-1)];
  if (fraction !== undefined) return Number(text.slice(0, -1)) + fraction;
  return Number(text.replace(",", "."));
}

/** 0.1 min is 6 s, not 6.000000000000001 s. */
function sum(...seconds: number[]): number {
  return Math.round(seconds.reduce((total, part) => total + part, 0) * 1e6) / 1e6;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
