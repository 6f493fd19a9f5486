import { announceDecisions } from "./announce-decisions";
import { runPass, type PassOptions } from "./pass";
import { log } from "../log";

/** How many organizations the routers of one machine route at once; each pass holds one connection of the pool. */
const maxAtOnce = 4;

interface Turn {
  readonly done: Promise<boolean>;
  readonly finish: (isWell: boolean) => void;
}

/**
 * Runs the passes of this process, one at a time for each organization, and makes one of the wakes that arrive while a
 * pass runs: a wake is a hint, the pass looks at the rows.
 */
export class Passes {
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Turn>();
  readonly #waitingForPlace: (() => void)[] = [];
  readonly #routersHere: () => number;
  #taken = 0;

  /** @param routersHere how many routers share this machine's processors, this one among them */
  constructor(routersHere: () => number = () => 1) {
    this.#routersHere = routersHere;
  }

  /** Resolves when a pass that began after this call has ended: whether it went well, and so all there was is decided. */
  wake(organizationId: string): Promise<boolean> {
    const next = this.#next.get(organizationId);
    if (next) return next.done;
    const turn = newTurn();
    this.#next.set(organizationId, turn);
    if (!this.#running.has(organizationId)) this.#start(organizationId, "wait");
    return turn.done;
  }

  /** For the worker, which looks again soon: after a pass that runs here, and not at all while one runs elsewhere. */
  look(organizationId: string): void {
    if (!this.#next.has(organizationId)) this.#next.set(organizationId, newTurn());
    if (!this.#running.has(organizationId)) this.#start(organizationId, "skip");
  }

  async allIdle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  #start(organizationId: string, whenLocked: PassOptions["whenLocked"]): void {
    const run = this.#run(organizationId, whenLocked).finally(() => this.#running.delete(organizationId));
    this.#running.set(organizationId, run);
  }

  async #run(organizationId: string, whenLocked: PassOptions["whenLocked"]): Promise<void> {
    for (let turn = this.#takeTurn(organizationId); turn; turn = this.#takeTurn(organizationId)) {
      await this.#place();
      let isWell = false;
      try {
        await this.#untilNothingIsLeft(organizationId, whenLocked);
        isWell = true;
      } catch (error) {
        // Nothing is lost: the rows still say that a pass is due, and the worker asks them.
        log.error({ error, organizationId }, "a router pass failed");
      } finally {
        this.#free();
        turn.finish(isWell);
      }
    }
  }

  async #untilNothingIsLeft(organizationId: string, whenLocked: PassOptions["whenLocked"]): Promise<void> {
    for (let isMore = true; isMore; ) {
      const result = await runPass(organizationId, { whenLocked });
      if (result) announceDecisions(organizationId, result.decisions);
      isMore = result?.isMore ?? false;
    }
  }

  #takeTurn(organizationId: string): Turn | undefined {
    const turn = this.#next.get(organizationId);
    this.#next.delete(organizationId);
    return turn;
  }

  #place(): Promise<void> {
    if (this.#hasPlace()) {
      this.#taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waitingForPlace.push(resolve));
  }

  #free(): void {
    this.#taken -= 1;
    // More than one where a router of this machine has gone meanwhile.
    for (let next = this.#nextWaiting(); next; next = this.#nextWaiting()) {
      this.#taken += 1;
      next();
    }
  }

  #nextWaiting(): (() => void) | undefined {
    return this.#hasPlace() ? this.#waitingForPlace.shift() : undefined;
  }

  #hasPlace(): boolean {
    return this.#taken < Math.max(1, Math.round(maxAtOnce / this.#routersHere()));
  }
}

function newTurn(): Turn {
  let finish: Turn["finish"] = () => undefined;
  const done = new Promise<boolean>((resolve) => {
    finish = resolve;
  });
  return { done, finish };
}
