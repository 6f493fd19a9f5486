/**
 * For how long something has been looked at again and again. A look that failed, or a pause longer than
 * `longestPauseMs` (the machine slept, the process stood still), begins it anew. Instants in epoch ms, by one clock.
 */
export class UnbrokenWatch {
  readonly #longestPauseMs: number;
  #watch: { readonly since: number; readonly lastAt: number } | null = null;

  constructor(longestPauseMs: number) {
    this.#longestPauseMs = longestPauseMs;
  }

  /** @returns for how long it has been watched without a break, this look included. */
  look(now: number): number {
    const isUnbroken = this.#watch !== null && now >= this.#watch.lastAt && now - this.#watch.lastAt <= this.#longestPauseMs;
    const since = this.#watch !== null && isUnbroken ? this.#watch.since : now;
    this.#watch = { since, lastAt: now };
    return now - since;
  }

  break(): void {
    this.#watch = null;
  }
}
