import { log } from "../log";
import { forgetRequestCounts, settleRequestCounts } from "../store/settle-request-counts";

export const windowSeconds = 60;
/** A process tells the others after this share of what is allowed, and at most so late after that. */
const settledShare = 0.05;
const settleAfterMs = 200;
const forgetEveryMs = 10 * 60_000;

/** What of a key has come in the window that runs. */
interface Window {
  /** Of all processes, as far as this one knows. */
  count: number;
  /** Of this one, not yet told to the others. */
  unsettled: number;
  /** By this process's steady clock, in ms. */
  endsAtMs: number;
}

/**
 * Counts requests by key in windows of a minute, in memory, and settles with the other processes through the database
 * now and then: a request costs no statement. Several processes together may let through 5 % of the limit each, and
 * what comes within 200 ms, too many.
 */
export class RequestCounts {
  readonly #windows = new Map<string, Window>();
  readonly #toSettle = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forgottenAtMs = performance.now();

  /** @returns how many have come in the window, this one too, and when it ends */
  count(key: string, max: number): { readonly count: number; readonly endsInSeconds: number } {
    const now = performance.now();
    let window = this.#windows.get(key);
    if (window === undefined || window.endsAtMs <= now) {
      window = { count: 0, unsettled: 0, endsAtMs: now + windowSeconds * 1000 };
      this.#windows.set(key, window);
    }
    window.count += 1;
    window.unsettled += 1;
    if (window.unsettled >= max * settledShare) this.#settleSoon(key);
    // Never more than the whole: the database's clock, which ends it, may be a moment ahead of this one.
    const endsInSeconds = Math.min(windowSeconds, Math.max(1, Math.ceil((window.endsAtMs - now) / 1000)));
    return { count: window.count, endsInSeconds };
  }

  /** Tells the others what has come, and hears what came to them. Without a database each process counts for itself. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const given = [...this.#toSettle].flatMap((key) => {
      const window = this.#windows.get(key);
      return window === undefined ? [] : [{ key, window, count: window.unsettled }];
    });
    this.#toSettle.clear();
    for (const { window } of given) window.unsettled = 0;
    try {
      for (const { key, count, endsInMs } of await settleRequestCounts(given, windowSeconds)) {
        const window = this.#windows.get(key);
        if (window === undefined) continue;
        window.count = count + window.unsettled;
        window.endsAtMs = performance.now() + endsInMs;
      }
      await this.#forget();
    } catch (error) {
      log.warn({ error }, "requests could not be counted together");
    }
  }

  #settleSoon(key: string): void {
    this.#toSettle.add(key);
    this.#timer ??= setTimeout(() => void this.settle(), settleAfterMs).unref();
  }

  async #forget(): Promise<void> {
    const now = performance.now();
    for (const [key, { endsAtMs }] of this.#windows) if (endsAtMs <= now) this.#windows.delete(key);
    if (now - this.#forgottenAtMs < forgetEveryMs) return;
    this.#forgottenAtMs = now;
    await forgetRequestCounts();
  }
}
