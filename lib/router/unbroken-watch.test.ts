import { describe, expect, test } from "vitest";
import { UnbrokenWatch } from "./unbroken-watch";

describe("an unbroken watch", () => {
  test("lasts from its first look, whenever that was", () => {
    const watch = new UnbrokenWatch(15_000);
    expect([1_000_000, 1_001_000, 1_016_000, 1_030_999].map((now) => watch.look(now))).toEqual([0, 1_000, 16_000, 30_999]);
  });

  test.each([
    ["a look that failed", (watch: UnbrokenWatch) => watch.break(), 1_000],
    ["a pause in which nobody was looked at", () => undefined, 15_001],
    ["a clock that went back", () => undefined, -1],
  ])("begins anew after %s", (_, happens, laterMs) => {
    const watch = new UnbrokenWatch(15_000);
    watch.look(1_000_000);
    watch.look(1_010_000);
    happens(watch);
    expect(watch.look(1_010_000 + laterMs)).toBe(0);
    expect(watch.look(1_010_000 + laterMs + 500)).toBe(500);
  });
});
