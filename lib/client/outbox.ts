"use client";

import { useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";

/** Something written that the server has not confirmed yet. */
export interface OutboxItem {
  /** Sent along, so that the server takes a repeated send for the same message. */
  readonly clientMessageId: string;
  readonly text: string;
  readonly writtenAt: number;
  /** Why it could not be sent, in words; null while it is on its way or stands in line. */
  readonly problem: string | null;
}

/** Resolves once the server has it and what is shown holds it; rejects with an Error that says why not. */
type Send = (item: OutboxItem) => Promise<void>;

const empty: readonly OutboxItem[] = [];

/**
 * Sends one after the other, so that they arrive in the order they were written. What is not confirmed stays in
 * the tab's storage and is sent again after a reload.
 */
export class Outbox {
  #items: readonly OutboxItem[] = empty;
  #isSending = false;
  readonly #listeners = new Set<() => void>();
  readonly #key: string;
  readonly #send: Send;

  constructor(key: string, send: Send) {
    this.#key = `outbox:${key}`;
    this.#send = send;
    this.#items = readItems(this.#key).map((item) => ({ ...item, problem: null }));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener("online", this.retry);
    void this.#sendNext();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener("online", this.retry);
    };
  };

  readonly items = (): readonly OutboxItem[] => this.#items;

  add(text: string): OutboxItem {
    // Not the browser's randomUUID: on plain http, in somebody's own network, there is none.
    const item = { clientMessageId: uuid(), text, writtenAt: Date.now(), problem: null };
    this.#set([...this.#items, item]);
    void this.#sendNext();
    return item;
  }

  /** Sends everything that failed again. */
  readonly retry = (): void => {
    if (this.#items.some((item) => item.problem !== null)) {
      this.#set(this.#items.map((item) => ({ ...item, problem: null })));
    }
    void this.#sendNext();
  };

  /** Takes a failed one out: its writer gives it up or writes it anew. */
  discard(clientMessageId: string): void {
    this.#set(this.#items.filter((item) => item.clientMessageId !== clientMessageId));
    void this.#sendNext();
  }

  async #sendNext(): Promise<void> {
    const first = this.#items[0];
    // One that failed holds up those after it: they would otherwise be read before it.
    if (this.#isSending || first === undefined || first.problem !== null) return;
    this.#isSending = true;
    const problem = await this.#send(first).then(() => null, inWords);
    this.#isSending = false;
    const isFirst = (item: OutboxItem) => item.clientMessageId === first.clientMessageId;
    if (problem === null) this.#set(this.#items.filter((item) => !isFirst(item)));
    else this.#set(this.#items.map((item) => (isFirst(item) ? { ...item, problem } : item)));
    void this.#sendNext();
  }

  #set(items: readonly OutboxItem[]): void {
    this.#items = items.length > 0 ? items : empty;
    writeItems(this.#key, this.#items);
    for (const listener of this.#listeners) listener();
  }
}

const outboxes = new Map<string, Outbox>();

/** One outbox for each key, alive as long as the page: leaving a conversation does not stop what is on its way. */
export function useOutbox(key: string, send: Send): { outbox: Outbox; items: readonly OutboxItem[] } {
  const outbox = outboxes.get(key) ?? new Outbox(key, send);
  // While rendering on the server there is nothing to keep, and nobody who would ever take it out again.
  if (typeof window !== "undefined") outboxes.set(key, outbox);
  const items = useSyncExternalStore(outbox.subscribe, outbox.items, () => empty);
  return { outbox, items };
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : "It could not be sent.";
}

function readItems(key: string): OutboxItem[] {
  if (typeof window === "undefined") return [];
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isItem) : [];
  } catch {
    return [];
  }
}

function writeItems(key: string, items: readonly OutboxItem[]): void {
  try {
    if (items.length > 0) sessionStorage.setItem(key, JSON.stringify(items));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage full or refused: what was written is still held here, until the tab closes.
  }
}

function isItem(value: unknown): value is OutboxItem {
  return (
    typeof value === "object" &&
    value !== null &&
    "clientMessageId" in value &&
    typeof value.clientMessageId === "string" &&
    "text" in value &&
    typeof value.text === "string" &&
    "writtenAt" in value &&
    typeof value.writtenAt === "number"
  );
}
