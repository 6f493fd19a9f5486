import fc from "fast-check";
import { expect, test } from "vitest";

import { Heap } from "./heap";

test("what goes in comes out in order, whatever goes in between", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(50)), { maxLength: 200, size: "max" }), (steps) => {
      const heap = new Heap<number>((a, b) => a - b);
      const sorted: number[] = [];
      // A number is put in; null takes the least out.
      for (const step of steps) {
        if (step === null) expect(heap.pop()).toBe(sorted.shift());
        else {
          heap.push(step);
          sorted.push(step);
          sorted.sort((a, b) => a - b);
        }
        expect({ size: heap.size, least: heap.peek() }).toEqual({ size: sorted.length, least: sorted[0] });
      }
    }),
  );
});
