import { compareIdle } from "../routing/order";
import type { Desk } from "./world";

/** A desk's place in a heap, kept by the heap: by it the desk is found again without a search. */
export interface DeskSlot {
  readonly desk: Desk;
  at: number;
}

/** A binary heap of desks, the idlest on top, from which any may be taken. Their facts may change only outside of it. */
export class DeskHeap {
  readonly #slots: DeskSlot[] = [];

  get size(): number {
    return this.#slots.length;
  }

  /** The slot at a place: 0 is the top, and `2 * at + 1` and `2 * at + 2` come after `at`. */
  slotAt(at: number): DeskSlot | undefined {
    return this.#slots[at];
  }

  push(slot: DeskSlot): void {
    this.#slots.push(slot);
    this.#rise(slot, this.#slots.length - 1);
  }

  /** Looks only at the other desks: this one's facts may have changed already. */
  remove(slot: DeskSlot): void {
    const last = this.#slots.pop();
    if (last === undefined || last === slot) return;
    const hole = slot.at;
    this.#rise(last, hole);
    if (last.at === hole) this.#sink(last, hole);
  }

  #rise(slot: DeskSlot, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#slots[above];
      if (parent === undefined || isIdler(parent, slot)) break;
      this.#put(parent, at);
      at = above;
    }
    this.#put(slot, at);
  }

  #sink(slot: DeskSlot, from: number): void {
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      let child = this.#slots[below];
      if (child === undefined) break;
      const right = this.#slots[below + 1];
      if (right !== undefined && isIdler(right, child)) {
        child = right;
        below += 1;
      }
      if (isIdler(slot, child)) break;
      this.#put(child, at);
      at = below;
    }
    this.#put(slot, at);
  }

  #put(slot: DeskSlot, at: number): void {
    this.#slots[at] = slot;
    slot.at = at;
  }
}

function isIdler(a: DeskSlot, b: DeskSlot): boolean {
  return compareIdle(a.desk.facts, b.desk.facts) < 0;
}
