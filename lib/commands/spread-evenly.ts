/** Somebody who is to be given more, and how many they have. */
export interface Heir {
  readonly id: string;
  readonly count: number;
}

/**
 * Gives things out one by one, each to whoever has the fewest by then, and of those to the first by id: so that in the
 * end all have as nearly the same number as can be.
 *
 * @returns who gets each, in the order of the things
 * @throws RangeError when there are things and nobody to have them
 */
export function spreadEvenly(thingIds: readonly string[], heirs: readonly Heir[]): { readonly thingId: string; readonly heirId: string }[] {
  const counts = new Map(heirs.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, count }) => [id, count]));
  return thingIds.map((thingId) => {
    let fewest: { id: string; count: number } | null = null;
    for (const [id, count] of counts) if (fewest === null || count < fewest.count) fewest = { id, count };
    if (fewest === null) throw new RangeError("there is nobody to have them");
    counts.set(fewest.id, fewest.count + 1);
    return { thingId, heirId: fewest.id };
  });
}
