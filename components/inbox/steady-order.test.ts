import { expect, test } from "vitest";
import { steadyOrder } from "./steady-order";

test("those shown keep their places though the server lists them in another order", () => {
  expect(steadyOrder(["a", "b", "c"], ["c", "a", "b"])).toEqual(["a", "b", "c"]);
});

test("a new one comes last, one gone leaves", () => {
  expect(steadyOrder(["a", "b"], ["n", "b"])).toEqual(["b", "n"]);
});

test("nothing new is the same list, so that nothing is drawn again", () => {
  const shown = ["a", "b"];
  expect(steadyOrder(shown, ["b", "a"])).toBe(shown);
});
