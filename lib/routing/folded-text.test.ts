import { expect, test } from "vitest";

import { foldText } from "./folded-text";

test.each([
  ["case", "VIP", "vip"],
  ["blanks at the ends, of any kind", "\t two words\u00a0\n", "two words"],
  ["how accents are encoded", "Cafe\u0301", "caf\u00e9"],
  ["accents composed only in lower case", "H\u0331", "\u1e96"],
  ["a sigma at a word's end", "ΟΔΟΣ ΟΔΟΣ", "οδοσ οδοσ"],
])("without regard to %s", (_, text, folded) => expect(foldText(text)).toBe(folded));

test("one letter never becomes two, nor two letters one: ß is not ss, and a dotless ı no i", () => {
  expect(foldText("Straße")).toBe("straße");
  expect(foldText("ı")).not.toBe(foldText("I"));
});
