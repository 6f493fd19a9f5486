"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Conversation } from "@/lib/contracts/conversations";

/** Of each conversation, the newest message that was looked at in this browser. */
type Seen = Readonly<Record<string, string>>;

const storageKey = "inbox:seen";
/** The oldest are forgotten: they are done long since. */
const remembered = 500;

let seen: Seen | null | undefined;
const listeners = new Set<() => void>();

/**
 * Which of my conversations hold something not looked at yet. What is there on a browser's very first visit counts
 * as looked at: only what comes after is news.
 */
export function useUnseen(mine: readonly Conversation[] | undefined, openId: string | null): ReadonlySet<string> {
  const known = useSyncExternalStore(subscribe, current, () => null);
  const isVisible = useSyncExternalStore(subscribeVisibility, () => document.visibilityState === "visible", () => true);
  useEffect(() => {
    if (!mine) return;
    const looked = known === null ? mine : mine.filter(({ id }) => isVisible && id === openId);
    const news = looked.filter(({ id, lastMessageAt }) => known?.[id] !== lastMessageAt);
    if (known === null || news.length > 0) remember(news);
  }, [mine, openId, known, isVisible]);
  return unseenIds(known, mine ?? []);
}

export function unseenIds(known: Seen | null, mine: readonly Pick<Conversation, "id" | "lastMessageAt">[]): ReadonlySet<string> {
  if (known === null) return new Set();
  return new Set(mine.filter(({ id, lastMessageAt }) => lastMessageAt > (known[id] ?? "")).map(({ id }) => id));
}

function remember(conversations: readonly Conversation[]): void {
  const next = new Map(Object.entries(current() ?? {}));
  for (const { id, lastMessageAt } of conversations) {
    // Taken out first, so that the order of the keys is that of the looks.
    next.delete(id);
    next.set(id, lastMessageAt);
  }
  seen = Object.fromEntries([...next].slice(-remembered));
  try {
    localStorage.setItem(storageKey, JSON.stringify(seen));
  } catch {
    // Full or refused: known until the page is left.
  }
  for (const listener of listeners) listener();
}

function current(): Seen | null {
  if (seen === undefined) seen = stored();
  return seen;
}

function stored(): Seen | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    return Object.fromEntries(Object.entries(value).filter(([, at]) => typeof at === "string"));
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    seen = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

function subscribeVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
