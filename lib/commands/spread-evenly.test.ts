import fc from "fast-check";
import { expect, it } from "vitest";
import { spreadEvenly } from "./spread-evenly";

it("gives each to whoever has the fewest, and of those to the first by id", () => {
  const spread = spreadEvenly(["1", "2", "3", "4"], [{ id: "b", count: 0 }, { id: "a", count: 0 }, { id: "c", count: 2 }]);
  expect(spread.map(({ heirId }) => heirId)).toEqual(["a", "b", "a", "b"]);
});

it("gives everything, and nobody ends with more than one above another whom it gave anything less", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (things, counts) => {
      const heirs = counts.map((count, at) => ({ id: String(at).padStart(2, "0"), count }));
      const spread = spreadEvenly(Array.from({ length: things }, (_, at) => String(at)), heirs);
      expect(spread).toHaveLength(things);
      const after = heirs.map(({ id, count }) => ({ given: spread.filter(({ heirId }) => heirId === id).length, total: count + spread.filter(({ heirId }) => heirId === id).length }));
      const least = Math.min(...after.map(({ total }) => total));
      for (const { given, total } of after) if (given > 0) expect(total).toBeLessThanOrEqual(least + 1);
    }),
  );
});

it("is refused with nobody to have them", () => {
  expect(() => spreadEvenly(["1"], [])).toThrow(RangeError);
  expect(spreadEvenly([], [])).toEqual([]);
});
