"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Keys as `KeyboardEvent.key` names them, with what each does; false: it was not for this, the key goes its way. */
export type Shortcuts = Readonly<Record<string, () => boolean | void>>;

const storageKey = "inbox:single-key-shortcuts";
const listeners = new Set<() => void>();

/** Listens to single keys, wherever nobody is typing and no dialog or menu is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const areOn = useShortcutsSwitch();
  useEffect(() => {
    if (!areOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const act = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
      if (act && act() !== false) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [shortcuts, areOn]);
}

/** Single keys can be switched off: speech input and a slip of the hand press them too (WCAG 2.1.4). */
export function useShortcutsSwitch(): boolean {
  return useSyncExternalStore(subscribe, areShortcutsOn, () => true);
}

export function switchShortcuts(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // Refused: they stay on.
  }
  for (const listener of listeners) listener();
}

function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
}
