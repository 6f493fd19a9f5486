"use client";

import { useState } from "react";
import { countdownText, spokenDuration } from "./countdown-text";
import { useServerNow } from "./server-clock";

/** Time left until an instant of the server's clock. At the end it says so, until the server tells what became of it. */
export function Countdown({ until, className }: { until: string; className?: string }) {
  const now = useServerNow();
  if (now === 0) return null;
  const remainingMs = Date.parse(until) - now;
  if (remainingMs <= 0) return <span className={className}>routing…</span>;
  return (
    <span role="timer" className={`tabular-nums ${className ?? ""}`}>
      {countdownText(remainingMs)}
    </span>
  );
}

/** For screen readers: speaks once when the countdown is met and once when it is over, not each second. */
export function CountdownAnnouncement({ until, what }: { until: string; what: string }) {
  const now = useServerNow();
  const [metAt] = useState(now);
  const remainingMs = Date.parse(until) - now;
  const saidMs = Date.parse(until) - (metAt || now);
  return (
    <span className="sr-only" role="status">
      {remainingMs > 0 ? `${what}, ${spokenDuration(saidMs)} left` : "Routing now"}
    </span>
  );
}
