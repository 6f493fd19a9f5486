import { expect, it } from "vitest";
import { mergedDraft } from "./difference";
import { countListChanges, listDifferences, moved } from "./list-differences";

const words = { keyOf: ({ id }: Item) => id, labelOf: ({ id }: Item) => id, say: ({ name }: Item) => name };
interface Item {
  readonly id: string;
  readonly name: string;
}
const list = (...names: readonly string[]): readonly Item[] => names.map((name) => ({ id: name.slice(0, 1), name }));

it("counts what was added, removed and changed, and another order once", () => {
  const count = (draft: readonly Item[]) => countListChanges(list("a", "b", "c"), draft, words.keyOf);
  expect(count(list("a", "b", "c"))).toBe(0);
  expect(count(list("c", "b", "a"))).toBe(1);
  expect(count(list("a", "b2"))).toBe(2);
  expect(count(list("a", "b", "c", "d"))).toBe(1);
});

it("tells whose change is whose, and puts mine on top of theirs", () => {
  const [base, mine, theirs] = [list("a", "b", "c"), list("b1", "a", "d"), list("a", "b2", "c", "e")];
  const found = listDifferences([base, mine, theirs], words);
  expect(found).toMatchObject([
    { key: "b", before: "b", mine: "b1", theirs: "b2", changedBy: "both" },
    { key: "c", mine: "Not there", theirs: "c", changedBy: "me" },
    { key: "e", before: "Not there", mine: "Not there", changedBy: "them" },
    { key: "d", changedBy: "me" },
    { key: "order", before: "1, 2", mine: "2, 1", theirs: "1, 2", changedBy: "me" },
  ]);
  expect(mergedDraft(theirs, found, () => true).map(({ name }) => name)).toEqual(["b1", "a", "d", "e"]);
  expect(mergedDraft(theirs, found, (key) => key !== "b" && key !== "order").map(({ name }) => name)).toEqual(["a", "b2", "e", "d"]);
});

it("moves an item, at most to an end", () => {
  expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
  expect(moved([1, 2, 3], 2, -1)).toEqual([3, 1, 2]);
});
