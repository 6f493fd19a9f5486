import { announceDecisions } from "./announce-decisions";
import { runPass, type PassOptions } from "./pass";
import { log } from "../log";

/** How many organizations this process routes at once; each pass holds one connection of the pool. */
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
  #places = maxAtOnce;

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
    if (this.#places > 0) {
      this.#places -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waitingForPlace.push(resolve));
  }

  #free(): void {
    const next = this.#waitingForPlace.shift();
    if (next) next();
    else this.#places += 1;
  }
}

function newTurn(): Turn {
  let finish: Turn["finish"] = () => undefined;
  const done = new Promise<boolean>((resolve) => {
    finish = resolve;
  });
  return { done, finish };
}
