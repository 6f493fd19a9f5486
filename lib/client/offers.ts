"use client";

import { useMemo, useSyncExternalStore } from "react";
import { offersSeen, type OfferMemory } from "./offer-memory";

const listeners = new Set<() => void>();

/** Remembers which offers to the agent a reading has found open; `open` and `now` in epoch ms by the server's clock. */
export function noteOffers(userId: string, open: readonly number[], now: number): void {
  write(userId, offersSeen(parse(stored(userId)), open, now));
}

/** The offers that this browser saw open and not answered. */
export function useOfferMemory(userId: string): OfferMemory {
  const text = useSyncExternalStore(
    subscribe,
    () => stored(userId),
    () => null,
  );
  return useMemo(() => parse(text), [text]);
}

/** What lapsed is settled: there is no more to say about it. */
export function settleLapse(userId: string): void {
  write(userId, []);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // The other tabs of this browser remember in the same place.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function stored(userId: string): string | null {
  try {
    return localStorage.getItem(keyOf(userId));
  } catch {
    return null;
  }
}

function write(userId: string, memory: OfferMemory): void {
  const text = memory.length === 0 ? null : JSON.stringify(memory);
  if (text === stored(userId)) return;
  try {
    if (text === null) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), text);
  } catch {
    // Full or refused: then nobody is told why they are unavailable; the status itself shows.
  }
  for (const listener of listeners) listener();
}

function parse(text: string | null): OfferMemory {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((until) => typeof until === "number") : [];
  } catch {
    return [];
  }
}

function keyOf(userId: string): string {
  return `offers:${userId}`;
}
