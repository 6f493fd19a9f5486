import { difference, type Difference } from "./difference";

interface ComparedList<Item> {
  /** Which item it is, before and after a change. */
  readonly keyOf: (item: Item) => string;
  readonly labelOf: (item: Item) => string;
  readonly say: (item: Item) => string;
}

type Lists<Item> = readonly [readonly Item[], readonly Item[], readonly Item[]];

/** What differs between my list and theirs, by what both began from: item by item, and the order. */
export function listDifferences<Item>([base, mine, theirs]: Lists<Item>, { keyOf, labelOf, say }: ComparedList<Item>): readonly Difference<readonly Item[]>[] {
  const find = (list: readonly Item[], key: string) => list.find((item) => keyOf(item) === key);
  const keys = [...new Set([...theirs, ...mine, ...base].map(keyOf))];
  const items = keys.flatMap((key) => {
    const values = [find(base, key), find(mine, key), find(theirs, key)] as const;
    const named = values.find((item) => item !== undefined);
    return difference<Item | undefined, readonly Item[]>({
      key,
      label: named === undefined ? key : labelOf(named),
      values,
      say: (item) => (item === undefined ? "Not there" : say(item)),
      isSame: (one, other) => JSON.stringify(one) === JSON.stringify(other),
      applyMine: (list) => withItem(list, key, values[1], keyOf),
    });
  });
  return [...items, ...orderDifference([base, mine, theirs], keyOf)];
}

function withItem<Item>(list: readonly Item[], key: string, item: Item | undefined, keyOf: (item: Item) => string): readonly Item[] {
  if (item === undefined) return list.filter((each) => keyOf(each) !== key);
  const isThere = list.some((each) => keyOf(each) === key);
  return isThere ? list.map((each) => (keyOf(each) === key ? item : each)) : [...list, item];
}

/** Of what all three have: new and removed items are no change of order. */
function orderDifference<Item>([base, mine, theirs]: Lists<Item>, keyOf: (item: Item) => string): readonly Difference<readonly Item[]>[] {
  const shared = base.map(keyOf).filter((key) => [mine, theirs].every((list) => list.some((item) => keyOf(item) === key)));
  const orderOf = (list: readonly Item[]) => list.map(keyOf).filter((key) => shared.includes(key));
  const placesOf = (keys: readonly string[]) => keys.map((key) => shared.indexOf(key) + 1).join(", ");
  const mineInOrder = mine.map(keyOf);
  const placeOfMine = (item: Item) => {
    const place = mineInOrder.indexOf(keyOf(item));
    return place === -1 ? mineInOrder.length : place;
  };
  return difference<readonly string[], readonly Item[]>({
    key: "order",
    label: "Order",
    values: [orderOf(base), orderOf(mine), orderOf(theirs)],
    say: placesOf,
    isSame: (one, other) => one.join() === other.join(),
    applyMine: (list) => list.toSorted((one, other) => placeOfMine(one) - placeOfMine(other)),
  });
}

/** How many items were added, removed or changed; another order of those that stayed is one change more. */
export function countListChanges<Item>(base: readonly Item[], draft: readonly Item[], keyOf: (item: Item) => string): number {
  return listDifferences([base, draft, base], { keyOf, labelOf: keyOf, say: keyOf }).length;
}

/** The list with an item at another place; places outside are the ends. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const place = Math.min(Math.max(to, 0), list.length - 1);
  return list.flatMap((item, at) => (at === from ? [] : [item])).toSpliced(place, 0, ...list.slice(from, from + 1));
}
