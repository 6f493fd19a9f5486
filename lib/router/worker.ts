import { log } from "../log";
import { due } from "../store/due";
import type { Passes } from "./passes";

/** How long at most until the rows are asked again, whatever NOTIFY and this process's own wakes have said. */
const pollMs = 250;
/** After the database could not be asked. */
const afterErrorMs = 500;

/** What else the clock brings about: asked at every look, from the rows, like the rest. */
export type Duty = () => Promise<void>;

/**
 * Asks the database again and again what is due, and wakes the passes for it. It sleeps until the next wait ends, but
 * never long: deadlines are rows, and what it remembers is only when to ask.
 */
export class Worker {
  readonly #passes: Passes;
  readonly #duties: readonly Duty[];
  /** Organizations that had a change at the last look; whoever recorded it has woken a router, here or elsewhere. */
  #changedBefore: ReadonlySet<string> = new Set();
  #isStopped = false;
  #loop: Promise<void> = Promise.resolve();
  #wakeUp: () => void = () => undefined;

  constructor(passes: Passes, duties: readonly Duty[]) {
    this.#passes = passes;
    this.#duties = duties;
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wakeUp();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) await this.#sleep(await this.#tick());
  }

  async #tick(): Promise<number> {
    try {
      for (const duty of this.#duties) await duty();
      const { endedIds, changedIds, nextInMs } = await due();
      for (const organizationId of endedIds) this.#passes.look(organizationId);
      // A change is left to the router that was woken for it, and taken up when it is still there at the next look: else
      // all processes would run for every fact.
      for (const organizationId of changedIds) if (this.#changedBefore.has(organizationId)) this.#passes.look(organizationId);
      this.#changedBefore = new Set(changedIds);
      return Math.max(0, Math.min(pollMs, nextInMs ?? pollMs));
    } catch (error) {
      log.error({ error }, "the router could not ask the database what is due");
      return afterErrorMs;
    }
  }

  #sleep(ms: number): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
