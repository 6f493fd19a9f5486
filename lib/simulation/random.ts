/** A stream of numbers in [0, 1), the same for the same seed (mulberry32). Independent enough for seeds that differ. */
export function seededRandom(seed: number): () => number {
  // Neighbouring seeds are spread first: mulberry32's streams are windows of one sequence.
  let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) ^ Math.imul(seed + 0x9e3779b9, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One draw from an exponential distribution with this mean, in the mean's unit. */
export function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean;
}
