import { exponential, seededRandom } from "../lib/simulation/random";

/**
 * When facts happen that know nothing of each other: a Poisson process, in milliseconds from the start, the same for
 * the same seed. They come when they come, whether or not what came before has been dealt with.
 */
export function arrivals({ perSecond, seconds, seed }: { readonly perSecond: number; readonly seconds: number; readonly seed: number }): number[] {
  const random = seededRandom(seed);
  const times: number[] = [];
  for (let atMs = 0; ; ) {
    atMs += exponential(random, 1000 / perSecond);
    if (atMs >= seconds * 1000) return times;
    times.push(atMs);
  }
}
