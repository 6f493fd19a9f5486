/** Time left as m:ss, rounded up, so that "0:00" shows only once it is over. */
export function countdownText(remainingMs: number): string {
  const seconds = wholeSecondsLeft(remainingMs);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The same for screen readers: "3 minutes 10 seconds". */
export function spokenDuration(remainingMs: number): string {
  const seconds = wholeSecondsLeft(remainingMs);
  const parts = [counted(Math.floor(seconds / 60), "minute"), counted(seconds % 60, "second")].filter(
    (part) => part !== null,
  );
  return parts.length > 0 ? parts.join(" ") : "no time";
}

function wholeSecondsLeft(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000));
}

function counted(count: number, noun: string): string | null {
  if (count === 0) return null;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
