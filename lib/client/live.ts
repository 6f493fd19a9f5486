"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { liveEvent } from "@/lib/contracts/live";
import { keysOfTopics } from "./live-keys";
import { answerPing, stayAwake } from "./presence";

export type ConnectionState = "connecting" | "live" | "cut";

/** Changes that arrive together are read again together; what arrives while that is read waits for the next turn. */
const coalesceMs = 50;
/** A turn that takes longer holds up nobody: one answer that never comes must not stop the others. */
const longestTurnMs = 2_000;
const firstRetryMs = 500;
const longestRetryMs = 15_000;
/** The server sends a ping every 15 s. A stream that says nothing for so long is dead, though nobody closed it: as after a sleep. */
const longestSilenceMs = 40_000;

let state: ConnectionState = "connecting";
const listeners = new Set<() => void>();

function setState(next: ConnectionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether what is shown follows the server: `cut` means that it may be old. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, () => state, () => "connecting");
}

/** Keeps what is shown up to date: one stream a tab, to be called once, by the desk's frame. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => follow(queryClient), [queryClient]);
}

function follow(queryClient: QueryClient): () => void {
  let source: EventSource | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let flushTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let heardAt = 0;
  // The first connection too: what the page came with was read before it.
  let wasCut = true;
  let isOver = false;
  const changed = new Set<string>();

  /** One turn at a time: a steady stream of changes would else cancel each reading before it ends. */
  async function flush(): Promise<void> {
    const keys = keysOfTopics(changed);
    changed.clear();
    const read = Promise.allSettled(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, longestTurnMs))]);
    flushTimer = undefined;
    if (changed.size > 0 && !isOver) flushSoon();
  }

  function flushSoon(): void {
    flushTimer ??= setTimeout(() => void flush(), coalesceMs);
  }

  function readAllAgain(): void {
    changed.clear();
    void queryClient.invalidateQueries();
  }

  function hear(): void {
    heardAt = Date.now();
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(connect, longestSilenceMs);
  }

  function take(message: MessageEvent<unknown>): void {
    hear();
    const event = parseEvent(message.data);
    if (event?.kind === "resync") readAllAgain();
    if (event?.kind !== "changed") return;
    for (const topic of event.topics) changed.add(topic);
    flushSoon();
  }

  function setCut(): void {
    wasCut = true;
    setState("cut");
  }

  function connect(): void {
    clearTimeout(retryTimer);
    // Not one that goes on: what it may have missed is read again once another is open.
    if (source) setCut();
    source?.close();
    hear();
    source = new EventSource("/api/v1/events");
    source.addEventListener("message", take);
    source.addEventListener("ping", () => {
      hear();
      void answerPing(queryClient);
    });
    source.addEventListener("open", () => {
      hear();
      retryMs = firstRetryMs;
      // What changed while nobody listened is in no event.
      if (wasCut) readAllAgain();
      wasCut = false;
      setState("live");
    });
    source.addEventListener("error", () => {
      setCut();
      // The browser gives up for good on some answers (a 503 of a restart); we do not.
      source?.close();
      clearTimeout(retryTimer);
      clearTimeout(silenceTimer);
      retryTimer = setTimeout(connect, retryMs * (0.75 + Math.random() * 0.5));
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    });
  }

  function connectAtOnce(): void {
    // Timers stand still while a machine sleeps; its clock does not.
    if (state === "cut" || Date.now() - heardAt > longestSilenceMs) connect();
  }

  const fallAsleep = stayAwake();
  connect();
  window.addEventListener("online", connectAtOnce);
  document.addEventListener("visibilitychange", connectAtOnce);
  return () => {
    isOver = true;
    window.removeEventListener("online", connectAtOnce);
    document.removeEventListener("visibilitychange", connectAtOnce);
    clearTimeout(retryTimer);
    clearTimeout(silenceTimer);
    clearTimeout(flushTimer);
    fallAsleep();
    source?.close();
    setState("connecting");
  };
}

function parseEvent(data: unknown) {
  if (typeof data !== "string") return null;
  try {
    const parsed = liveEvent.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
