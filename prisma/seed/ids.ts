import { v7 } from "uuid";

/** An id that sorts to the time it says, as if it had been made then. */
export function idAt(at: Date): string {
  return v7({ msecs: at.getTime() });
}

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
