import { v7 } from "uuid";

/** A UUID of version 7: sorts by the time it was made, and needs no sequence, so that it works on a distributed database. */
export function newId(): string {
  return v7();
}
