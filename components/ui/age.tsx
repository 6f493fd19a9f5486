"use client";

import { useServerNow } from "@/lib/client/server-clock";
import { ageText, fullText, momentText } from "./time-text";

/** How long ago, told anew each minute. */
export function Age({ at, className }: { at: string; className?: string | undefined }) {
  const now = useServerNow(60_000);
  if (now === 0) return null;
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={fullText(instant)} className={className}>
      {ageText(instant, now)}
    </time>
  );
}

/** When it was: the time of day, with the date on any day but today. */
export function Moment({ at, className }: { at: string; className?: string | undefined }) {
  const now = useServerNow(60_000);
  if (now === 0) return null;
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={fullText(instant)} className={className}>
      {momentText(instant, now)}
    </time>
  );
}
