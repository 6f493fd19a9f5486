import { describe, expect, test } from "vitest";

import { cell, type Day, emptyArrivals } from "./day";
import { describeSummary } from "./describe-summary";
import { routeAt } from "./result-csv";
import { simulate } from "./simulate";
import { summarize } from "./summary";
import { syntheticDay } from "./synthetic-day";

/** Ana, whom all are dedicated to, and Ben; both are there from 0 on. */
function day(arrivals: readonly (readonly [arriveMs: number, handleMs: number])[], anaOfflineMs = Infinity): Day {
  const columns = emptyArrivals(arrivals.length, (row) => `c${row}`);
  columns.dedicatedAgent.fill(0);
  arrivals.forEach(([arriveMs, handleMs], row) => {
    columns.arriveMs[row] = arriveMs;
    columns.handleMs[row] = handleMs;
  });
  const agents = ["ana", "ben"].map((id) => ({ id, capacity: 1 }));
  const shifts = [anaOfflineMs, Infinity].map((offlineMs, agent) => ({ agent, onlineMs: 0, offlineMs }));
  return { agents, shifts, arrivals: columns };
}

function played(which: Day): string[] {
  const result = simulate(which, { timeoutSeconds: 10 });
  return Array.from({ length: which.arrivals.count }, (_, row) => {
    const agent = which.agents[cell(result.agent, row)]?.id ?? "nobody";
    return `${agent} at ${cell(result.assignedMs, row)} ${routeAt(result, row)}`;
  });
}

describe("the table in virtual time", () => {
  test("room at once, after a wait, and not in time", () => {
    expect(played(day([[0, 9_000], [1_000, 60_000], [2_000, 1_000]]))).toEqual([
      "ana at 0 dedicated",
      "ana at 9000 dedicated_after_wait",
      "ben at 12000 normal_after_timeout",
    ]);
  });

  test("a conversation that ends at the very end of a wait: the wait has passed, and says so (edge 6)", () => {
    expect(played(day([[0, 11_000], [1_000, 1_000]]))[1]).toBe("ana at 11000 normal_after_timeout");
    expect(played(day([[0, 10_999], [1_000, 1_000]]))[1]).toBe("ana at 10999 dedicated_after_wait");
  });

  test("the agent goes offline: those who wait go on at once, the one in hand stays", () => {
    expect(played(day([[0, 9_000], [1_000, 1_000], [8_000, 1_000]], 5_000))).toEqual([
      "ana at 0 dedicated",
      "ben at 5000 normal_agent_went_offline",
      "ben at 8000 normal_dedicated_unavailable",
    ]);
  });
});

test("the same seed gives the same day, another seed another", () => {
  const outcome = (seed: number) => {
    const made = syntheticDay({ conversations: 500, agents: 10, capacity: 2, seed });
    return { ...made.arrivals, idOf: null, ...simulate(made, { timeoutSeconds: 60 }) };
  };
  expect(outcome(1)).toEqual(outcome(1));
  expect(outcome(1)).not.toEqual(outcome(2));
});

test("a made-up day is summed up in figures that agree with each other", () => {
  const made = syntheticDay({ conversations: 2_000, agents: 20, capacity: 2, seed: 3 });
  const result = simulate(made, { timeoutSeconds: 60 });
  const summary = summarize(made, result);
  expect([...summary.byRoute.values()].reduce((sum, count) => sum + count, 0)).toBe(2_000);
  expect(summary.reachedDedicatedAgent).toBeLessThanOrEqual(summary.withDedicatedAgent);
  expect(summary.waitMs.median).toBeLessThanOrEqual(summary.waitMs.p95);
  expect(summary.waitMs.p99).toBeLessThanOrEqual(summary.waitMs.max);
  expect(describeSummary(summary, result, 1_234)).toContain("2,000 conversations");
});

test("an empty day is a day", () => {
  const empty = day([]);
  const result = simulate(empty, { timeoutSeconds: 60 });
  expect(summarize(empty, result)).toMatchObject({ conversations: 0, waitMs: { mean: 0, max: 0 } });
});
