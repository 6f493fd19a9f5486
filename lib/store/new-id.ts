import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

/** A UUID of version 7: sorts by the time it was made, and needs no sequence, so that it works on a distributed database. */
export function newId(): string {
  return v7();
}

const bytesOfOne = 16;

/** As many at once, for one draw of randomness; among themselves in no order. */
export function newIds(count: number): string[] {
  const random = randomFillSync(new Uint8Array(count * bytesOfOne));
  const msecs = Date.now();
  return Array.from({ length: count }, (_, at) => v7({ msecs, random: random.subarray(at * bytesOfOne, (at + 1) * bytesOfOne) }));
}
