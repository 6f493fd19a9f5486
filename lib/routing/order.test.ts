import { describe, expect, test } from "vitest";

import { exampleAgent } from "./example-facts";
import { compareIdle, compareIds } from "./order";

test("ids compare by code unit, and one id is neither before nor after itself", () => {
  expect([compareIds("a", "b"), compareIds("b", "a"), compareIds("Z", "a"), compareIds("10", "9"), compareIds("a", "a")]).toEqual([-1, 1, -1, -1, 0]);
});

describe("longest since their last assignment", () => {
  const agent = (id: string, lastAssignedAt: number | null) => exampleAgent({ id, lastAssignedAt });

  test("never assigned before assigned at any time, at the epoch too", () => {
    expect(compareIdle(agent("b", null), agent("a", 0))).toBeLessThan(0);
    expect(compareIdle(agent("a", 0), agent("b", null))).toBeGreaterThan(0);
  });

  test("the earlier first, and the id among equals", () => {
    expect(compareIdle(agent("b", 1), agent("a", 2))).toBeLessThan(0);
    expect(compareIdle(agent("a", 2), agent("b", 1))).toBeGreaterThan(0);
    expect(compareIdle(agent("a", 1), agent("b", 1))).toBeLessThan(0);
    expect(compareIdle(agent("b", null), agent("a", null))).toBeGreaterThan(0);
  });
});
