"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** In front of the tab's storage, which may be full or refused. */
const drafts = new Map<string, string>();

/** Text not sent yet, kept for each key while the tab lives: a reload or a look elsewhere loses nothing. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => "",
  );
  const setText = useCallback((next: string) => writeDraft(key, next), [key]);
  return [text, setText];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readDraft(key: string): string {
  const known = drafts.get(key);
  if (known !== undefined) return known;
  let stored = "";
  try {
    stored = sessionStorage.getItem(`draft:${key}`) ?? "";
  } catch {
    // Refused: nothing was kept.
  }
  drafts.set(key, stored);
  return stored;
}

function writeDraft(key: string, text: string): void {
  drafts.set(key, text);
  try {
    if (text === "") sessionStorage.removeItem(`draft:${key}`);
    else sessionStorage.setItem(`draft:${key}`, text);
  } catch {
    // Full or refused: the page still holds it.
  }
  for (const listener of listeners) listener();
}
