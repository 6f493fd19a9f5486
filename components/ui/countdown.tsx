"use client";

import { useState } from "react";
import { useServerNow } from "@/lib/client/server-clock";
import { cn } from "./class-names";
import { countdownText, spokenDuration } from "./countdown-text";

interface CountdownProps {
  /** An instant by the server's clock. */
  until: string;
  /** What it says at the end, until the server tells what became of it. */
  over: string;
  className?: string;
}

/** Time left, each second anew. */
export function Countdown({ until, over, className }: CountdownProps) {
  const now = useServerNow();
  if (now === 0) return null;
  const remainingMs = Date.parse(until) - now;
  if (remainingMs <= 0) return <span className={className}>{over}</span>;
  return (
    <span role="timer" className={cn("tabular-nums", className)}>
      {countdownText(remainingMs)}
    </span>
  );
}

/** For screen readers: speaks once when the countdown is met and once when it is over, not each second. */
export function CountdownAnnouncement({ until, over, what }: { until: string; over: string; what: string }) {
  const now = useServerNow();
  const [metAt, setMetAt] = useState(now);
  // Known only once the page has come alive.
  if (metAt === 0 && now > 0) setMetAt(now);
  const untilMs = Date.parse(until);
  return (
    <span className="sr-only" role="status">
      {now < untilMs ? `${what}, ${spokenDuration(untilMs - metAt)} left` : over}
    </span>
  );
}
