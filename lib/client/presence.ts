"use client";

import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { api, dataOf } from "./api";
import { meQuery } from "./me";
import { seenAgain, type PresenceMemory } from "./presence-memory";

/** An answer that comes later than this is overtaken by the next ping. */
const answerWithinMs = 10_000;

const listeners = new Set<() => void>();

/** Says that this workspace is connected. One that does not get through is made up for by the next. */
export async function answerPing(queryClient: QueryClient): Promise<void> {
  const user = queryClient.getQueryData(meQuery().queryKey)?.user;
  if (!user?.agent) return;
  try {
    const { seenAt } = await dataOf(api.POST("/api/v1/me/presence", { signal: AbortSignal.timeout(answerWithinMs) }));
    write(user.id, seenAgain(read(user.id), Date.parse(seenAt)));
  } catch {
    // The stream tells when the connection is lost, and the screen says so.
  }
}

/** When this browser was last heard of before it was gone for longer than the grace period; null: it was not, or that is settled. */
export function useLostAt(userId: string): number | null {
  return useSyncExternalStore(
    subscribe,
    () => read(userId)?.lostAt ?? null,
    () => null,
  );
}

/** What was lost is settled: there is no more to say about it. */
export function settleLoss(userId: string): void {
  const memory = read(userId);
  if (memory !== null) write(userId, { ...memory, lostAt: null });
}

/** Who signs out is gone, and has lost nothing. */
export function forgetPresence(userId: string): void {
  write(userId, null);
}

/** Chrome freezes tabs in the background when it saves energy; not one that holds a lock. Plain http has none. */
export function stayAwake(): () => void {
  const over = new AbortController();
  const held = new Promise<void>((resolve) => over.signal.addEventListener("abort", () => resolve()));
  if ("locks" in navigator) void navigator.locks.request("kith-workspace", { mode: "shared" }, () => held).catch(() => undefined);
  return () => over.abort();
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

function read(userId: string): PresenceMemory | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "null");
    return isMemory(stored) ? stored : null;
  } catch {
    return null;
  }
}

function write(userId: string, memory: PresenceMemory | null): void {
  try {
    if (memory === null) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(memory));
  } catch {
    // Full or refused: then nobody is told why they are offline; the status itself shows.
  }
  for (const listener of listeners) listener();
}

function keyOf(userId: string): string {
  return `presence:${userId}`;
}

function isMemory(value: unknown): value is PresenceMemory {
  return (
    typeof value === "object" &&
    value !== null &&
    "seenAt" in value &&
    typeof value.seenAt === "number" &&
    "lostAt" in value &&
    (value.lostAt === null || typeof value.lostAt === "number")
  );
}
