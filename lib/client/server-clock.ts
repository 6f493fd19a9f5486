"use client";

import { useSyncExternalStore } from "react";

/**
 * The server's clock as this page knows it: every answer that carries `now` sets it, so that a countdown ends when
 * the server says and not when a wrong clock on somebody's desk does.
 */
let offsetMs: number | null = null;
let nowMs = typeof window === "undefined" ? 0 : Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** More than this between two readings: the device's clock was set, and what was known before is void. */
const clockSetMs = 5_000;

/** `now` from an answer, ISO 8601, to be told as it arrives. */
export function noteServerNow(now: string): void {
  const reading = Date.parse(now) - Date.now();
  // An answer is older than its arrival by the way it took: of several readings the largest is the nearest.
  const isNear = offsetMs !== null && Math.abs(reading - offsetMs) < clockSetMs;
  offsetMs = isNear && offsetMs !== null ? Math.max(offsetMs, reading) : reading;
  tick();
}

/** `now` from an answer of unknown age: the server's clock reads at least that by now. */
export function noteServerNowAtLeast(now: string): void {
  const reading = Date.parse(now) - Date.now();
  if (offsetMs !== null && reading <= offsetMs) return;
  offsetMs = reading;
  tick();
}

/** The server's time in epoch ms, anew each `stepMs`; 0 while rendering on the server. */
export function useServerNow(stepMs = 1000): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(nowMs / stepMs) * stepMs,
    () => 0,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  nowMs = Date.now() + (offsetMs ?? 0);
  for (const listener of listeners) listener();
}
