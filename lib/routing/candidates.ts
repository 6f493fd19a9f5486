import { hasRoom, roomOf } from "./capacity";
import { Heap } from "./heap";
import type { AgentFacts, NormalFacts, QueueFacts, QueueStrategy } from "./model";
import { compareIdle } from "./order";

/** As many candidates as a decision's facts keep. */
const candidatesKept = 3;

/** An agent's place in one pass: the facts are replaced when they are given something, and never change themselves. */
export interface Seat {
  agent: AgentFacts;
  readonly queueIds: readonly string[];
  readonly overflowQueueIds: readonly string[];
  readonly statusSince: number;
  /** The conversation that holds this agent's room (the routing contract, §2 edge 8); set at most once in a pass. */
  heldForConversationId: string | null;
  /** Ids of those waiting for this agent that did not fit at their turn and have not been passed over yet. */
  readonly unfitIds: string[];
}

/** Whether normal routing may ever give this agent anything in this pass, room aside (the routing contract, §3). */
export function isAvailable(agent: AgentFacts): boolean {
  return agent.isRoutable && agent.status === "available";
}

interface Filed {
  readonly seat: Seat;
  /** As the agent was when filed here: the entry is stale once the seat holds other facts. */
  readonly agent: AgentFacts;
}

interface Shelf {
  readonly room: number;
  /** Idlest first. */
  readonly filed: Heap<Filed>;
}

/**
 * The agents of one queue, on shelves by room, the idlest on top of each. In a pass an agent only ever loses room and
 * idleness, so a stale entry is found before it could be taken, and then filed anew: a look costs by the agents
 * taken, not by the agents there are.
 */
export class QueueCandidates {
  readonly #seats: ReadonlySet<Seat>;
  readonly #strategy: QueueStrategy;
  /** What the facts say of the queue itself. */
  readonly #ofQueue: Pick<NormalFacts, "isOverflow" | "overflowAfterSeconds">;
  /** Most room first, none twice. */
  readonly #shelves: Shelf[] = [];
  #byWeight = new Map<number, NormalFacts>();

  /** `seats`: those of available agents who serve the queue; `isOverflow`: those of its overflow teams are among them. */
  constructor(seats: readonly Seat[], queue: QueueFacts, isOverflow: boolean) {
    const { strategy, overflowAfterSeconds } = queue;
    this.#seats = new Set(seats);
    this.#strategy = strategy;
    this.#ofQueue = {
      ...(isOverflow && { isOverflow: true }),
      ...(overflowAfterSeconds !== undefined && { overflowAfterSeconds }),
    };
    for (const seat of seats) this.#file(seat);
  }

  /** Whether this agent is available and serves the queue. */
  has(seat: Seat): boolean {
    return this.#seats.has(seat);
  }

  /**
   * The facts of normal routing for this weight as they stand now, without the agents who refuse it; shared, when
   * nobody does, until an agent of the queue changes.
   */
  normalFacts(weight: number, refusing: ReadonlySet<Seat>): NormalFacts {
    const known = refusing.size === 0 ? this.#byWeight.get(weight) : undefined;
    if (known) return known;
    const taken = this.#take(weight, candidatesKept + refusing.size);
    for (const filed of taken) this.#shelve(filed);
    const facts: NormalFacts = {
      strategy: this.#strategy,
      availableCount: this.#seats.size - refusing.size,
      ...(refusing.size > 0 && { refusedCount: refusing.size }),
      ...this.#ofQueue,
      candidates: taken
        .filter((filed) => !refusing.has(filed.seat))
        .slice(0, candidatesKept)
        .map((filed) => filed.agent),
    };
    if (refusing.size === 0) this.#byWeight.set(weight, facts);
    return facts;
  }

  /** The same facts with the dedicated agent as the last of the candidates, if they qualify and are none of the best. */
  withDedicated(normal: NormalFacts, dedicated: Seat, weight: number): NormalFacts {
    const { agent } = dedicated;
    if (normal.candidates.includes(agent)) return normal;
    const qualifies = this.has(dedicated) && dedicated.heldForConversationId === null && hasRoom(agent, weight);
    if (!qualifies) return normal;
    return { ...normal, candidates: [...normal.candidates, agent] };
  }

  /** To be told when one of the queue's agents was given something or is held. */
  forget(): void {
    if (this.#byWeight.size > 0) this.#byWeight = new Map();
  }

  #take(weight: number, count: number): Filed[] {
    const taken: Filed[] = [];
    while (taken.length < count) {
      const shelf = this.#strategy === "most_room" ? this.#fullestShelf(weight) : this.#idlestShelf(weight);
      const filed = shelf?.filed.pop();
      if (!filed) break;
      taken.push(filed);
    }
    return taken;
  }

  #fullestShelf(weight: number): Shelf | null {
    for (const shelf of this.#shelves) {
      if (shelf.room < weight) return null;
      if (this.#idlestOn(shelf)) return shelf;
    }
    return null;
  }

  #idlestShelf(weight: number): Shelf | null {
    let best: { readonly shelf: Shelf; readonly agent: AgentFacts } | null = null;
    for (const shelf of this.#shelves) {
      if (shelf.room < weight) break;
      const agent = this.#idlestOn(shelf)?.agent;
      if (agent && (best === null || compareIdle(agent, best.agent) < 0)) best = { shelf, agent };
    }
    return best?.shelf ?? null;
  }

  /** The top of a shelf, after filing anew what is stale: those only move to shelves further down. */
  #idlestOn(shelf: Shelf): Filed | null {
    for (;;) {
      const filed = shelf.filed.peek();
      if (!filed) return null;
      const { seat } = filed;
      if (seat.agent === filed.agent && seat.heldForConversationId === null) return filed;
      shelf.filed.pop();
      if (seat.heldForConversationId === null) this.#file(seat);
    }
  }

  #file(seat: Seat): void {
    if (roomOf(seat.agent) > 0) this.#shelve({ seat, agent: seat.agent });
  }

  #shelve(filed: Filed): void {
    const room = roomOf(filed.agent);
    let low = 0;
    let high = this.#shelves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const shelf = this.#shelves[middle];
      if (shelf && shelf.room > room) low = middle + 1;
      else high = middle;
    }
    let shelf = this.#shelves[low];
    if (shelf?.room !== room) {
      shelf = { room, filed: new Heap<Filed>((a, b) => compareIdle(a.agent, b.agent)) };
      this.#shelves.splice(low, 0, shelf);
    }
    shelf.filed.push(filed);
  }
}
