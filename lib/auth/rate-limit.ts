import { AppError } from "../contracts/app-error";
import { shared } from "../store/shared";

interface Window {
  count: number;
  endsAt: number;
}

const maxKeys = 50_000;

/**
 * Counts a request against `key` in a fixed window, in this process alone: it stops a flood, it does not bill anybody.
 * Two server processes allow twice as much.
 *
 * @throws AppError `too_many_requests`
 */
export function countRequest(key: string, limit: { readonly max: number; readonly windowSeconds: number }): void {
  const windows = shared("rate-limits", () => new Map<string, Window>());
  const now = Date.now();
  const window = windows.get(key);
  if (!window || window.endsAt <= now) {
    if (windows.size >= maxKeys) forgetEnded(windows, now);
    windows.set(key, { count: 1, endsAt: now + limit.windowSeconds * 1000 });
    return;
  }
  window.count += 1;
  if (window.count > limit.max) {
    const seconds = Math.ceil((window.endsAt - now) / 1000);
    throw new AppError("too_many_requests", `That was too much at once. Try again in ${seconds} s.`);
  }
}

/** Forgets what was counted, for what turned out well. */
export function forgetRequests(key: string): void {
  shared("rate-limits", () => new Map<string, Window>()).delete(key);
}

function forgetEnded(windows: Map<string, Window>, now: number): void {
  for (const [key, window] of windows) if (window.endsAt <= now) windows.delete(key);
  // All still running: somebody invents keys. Starting over is safer than growing.
  if (windows.size >= maxKeys) windows.clear();
}
