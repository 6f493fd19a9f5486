import { isAvailable } from "../routing/candidates";
import { roomOf } from "../routing/capacity";
import { Heap } from "../routing/heap";
import type { QueueStrategy } from "../routing/model";
import { compareAgents } from "../routing/order";
import { DeskHeap, type DeskSlot } from "./desk-heap";
import type { Desk } from "./world";

interface Place {
  readonly shelf: DeskHeap;
  readonly slot: DeskSlot;
}

interface Filing {
  readonly slot: DeskSlot;
  shelf: DeskHeap | null;
  /** The shelf's. */
  room: number;
}

/**
 * The desks whose agents are available, on shelves by room, so that the best are found without a look at the others.
 * The watched, for whom somebody waits in vain though they have room, stand beside the shelves: their room may be held.
 */
export class AvailableDesks {
  readonly #filings: ReadonlyMap<Desk, Filing>;
  readonly #compare: (a: Place, b: Place) => number;
  /** By room, above 0; none is empty. */
  readonly #shelves = new Map<number, DeskHeap>();
  readonly #watched = new Set<Desk>();
  readonly #all = new Set<Desk>();

  constructor(desks: readonly Desk[], strategy: QueueStrategy) {
    this.#filings = new Map(desks.map((desk) => [desk, { slot: { desk, at: -1 }, shelf: null, room: 0 }]));
    const compare = compareAgents[strategy];
    this.#compare = (a, b) => compare(a.slot.desk.facts, b.slot.desk.facts);
    for (const desk of desks) this.file(desk);
  }

  get watched(): ReadonlySet<Desk> {
    return this.#watched;
  }

  /** To be told after each change of a desk's facts, and of whether anybody waits for it. */
  file(desk: Desk): void {
    const filing = this.#filings.get(desk);
    if (!filing) throw new Error(`Agent ${desk.facts.id} is not in this world.`);
    this.#takeOut(filing);
    if (!isAvailable(desk.facts)) {
      this.#all.delete(desk);
      this.#watched.delete(desk);
      return;
    }
    this.#all.add(desk);
    const room = roomOf(desk.facts);
    if (room > 0 && desk.waiting.size > 0) this.#watched.add(desk);
    else this.#watched.delete(desk);
    if (room > 0 && desk.waiting.size === 0) this.#shelve(filing, room);
  }

  /**
   * The best `count` agents with room for this weight, best first, without the watched; if nobody has any, one who is
   * available, so that the reason is a true one.
   */
  best(weight: number, count: number): Desk[] {
    const next = new Heap<Place>(this.#compare);
    for (const [room, shelf] of this.#shelves) if (room >= weight) offer(next, shelf, 0);
    const best: Desk[] = [];
    while (best.length < count) {
      const place = next.pop();
      if (!place) break;
      const { shelf, slot } = place;
      best.push(slot.desk);
      offer(next, shelf, 2 * slot.at + 1);
      offer(next, shelf, 2 * slot.at + 2);
    }
    if (best.length > 0) return best;
    for (const desk of this.#all) return [desk];
    return [];
  }

  #takeOut(filing: Filing): void {
    const { shelf, slot, room } = filing;
    if (!shelf) return;
    shelf.remove(slot);
    if (shelf.size === 0) this.#shelves.delete(room);
    filing.shelf = null;
  }

  #shelve(filing: Filing, room: number): void {
    let shelf = this.#shelves.get(room);
    if (!shelf) {
      shelf = new DeskHeap();
      this.#shelves.set(room, shelf);
    }
    shelf.push(filing.slot);
    filing.shelf = shelf;
    filing.room = room;
  }
}

function offer(next: Heap<Place>, shelf: DeskHeap, at: number): void {
  const slot = shelf.slotAt(at);
  if (slot) next.push({ shelf, slot });
}
