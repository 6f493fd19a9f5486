import { describe, expect, test } from "vitest";

import { exampleAgent, exampleConversation, exampleInLine, exampleNow } from "./example-facts";
import { lines, planned } from "./example-plan";
import type { ConversationFacts, QueueFacts, Snapshot } from "./model";

const fullBen = exampleAgent({ id: "ben", load: 5 });
/** Serves the queue only once its conversations overflow. */
const dan = exampleAgent({ id: "dan", load: 0, queueIds: ["sales"], overflowQueueIds: ["support"] });
const queue: QueueFacts = { id: "support", strategy: "most_room", overflowAfterSeconds: 120 };
const overflowing = (change: Partial<Snapshot>) => planned({ queues: [queue], ...change });
const inLine = (change: Partial<ConversationFacts> = {}) => exampleInLine({ dedicatedAgentId: null, normalReason: null, ...change });

describe("overflow (the routing contract, §3)", () => {
  test("is counted from when it first stands in line, not from when it came in", () => {
    const [decision] = overflowing({ agents: [fullBen, dan], conversations: [exampleConversation({ dedicatedAgentId: null, enteredAt: 1 })] });
    expect(decision?.outcome).toEqual({
      kind: "in_line",
      reason: "no_dedicated_agent",
      normalRouting: "all_at_capacity",
      overflowAt: exampleNow + 120_000,
    });
    expect(decision?.facts.normal).toEqual({ strategy: "most_room", availableCount: 1, overflowAfterSeconds: 120, candidates: [] });
  });

  test("a queue without overflow has none, and neither its facts nor its outcome speak of one", () => {
    const [decision] = planned({ agents: [dan], conversations: [exampleConversation({ dedicatedAgentId: null })] });
    expect(decision?.outcome).toStrictEqual({ kind: "in_line", reason: "no_dedicated_agent", normalRouting: "no_agent_available" });
    expect(decision?.facts.normal).toStrictEqual({ strategy: "most_room", availableCount: 0, candidates: [] });
  });

  test("once due, to the millisecond, the overflow teams may take it", () => {
    expect(overflowing({ agents: [fullBen, dan], conversations: [inLine({ overflowAt: exampleNow + 1 })] })).toEqual([]);
    const [decision] = overflowing({ agents: [fullBen, dan], conversations: [inLine({ overflowAt: exampleNow })] });
    expect(decision?.outcome).toEqual({ kind: "assigned", agentId: "dan", reason: "no_dedicated_agent", normalRouting: "most_room" });
    expect(decision?.facts.normal).toMatchObject({ isOverflow: true, availableCount: 2, candidates: [{ id: "dan" }] });
  });

  test("the queue's own teams stay with it: most room decides among all", () => {
    const ben = exampleAgent({ id: "ben", load: 0, capacity: 9 });
    expect(lines(overflowing({ agents: [ben, dan], conversations: [inLine({ overflowAt: exampleNow })] }))).toEqual(["c1 → ben most_room"]);
  });

  test("once due and nobody there, one decision says so, and no second", () => {
    const due = inLine({ overflowAt: exampleNow - 1 });
    const [decision] = overflowing({ agents: [fullBen], conversations: [due] });
    expect(decision?.outcome).toEqual({
      kind: "in_line",
      reason: "no_dedicated_agent",
      normalRouting: "all_at_capacity",
      overflowAt: exampleNow - 1,
      isOverflowed: true,
    });
    expect(overflowing({ agents: [fullBen], conversations: [{ ...due, isOverflowed: true }] })).toEqual([]);
  });

  test("an edited or removed time leaves those who stand in line theirs", () => {
    const conversations = [inLine({ state: "pending", overflowAt: exampleNow + 5_000 })];
    for (const overflowAfterSeconds of [{ overflowAfterSeconds: 1 }, { overflowAfterSeconds: 900 }, {}]) {
      const queues: QueueFacts[] = [{ id: "support", strategy: "most_room", ...overflowAfterSeconds }];
      expect(planned({ queues, conversations })).toMatchObject([{ outcome: { overflowAt: exampleNow + 5_000 } }]);
    }
  });

  test("an overflow team of another queue takes nothing", () => {
    const stranger = exampleAgent({ id: "eve", queueIds: [], overflowQueueIds: ["sales"] });
    const due = inLine({ overflowAt: exampleNow, isOverflowed: true });
    expect(overflowing({ agents: [stranger], conversations: [due] })).toEqual([]);
  });

  test("one who refused it counts among the overflow teams too", () => {
    const due = inLine({ state: "pending", overflowAt: exampleNow, refusals: [{ agentId: "dan", at: exampleNow }] });
    const [decision] = overflowing({ agents: [dan], conversations: [due] });
    expect(decision).toMatchObject({ outcome: { normalRouting: "all_declined" }, facts: { normal: { availableCount: 0, refusedCount: 1 } } });
    const notYet = { ...due, overflowAt: exampleNow + 1 };
    expect(overflowing({ agents: [dan], conversations: [notYet] })[0]?.outcome).toMatchObject({ normalRouting: "no_agent_available" });
  });

  test("an agent given something by overflow has that much less room for their own queue, and the other way round", () => {
    const queues: QueueFacts[] = [queue, { id: "sales", strategy: "most_room" }];
    const overflowed = inLine({ id: "c1", weight: 3, overflowAt: exampleNow });
    const own = inLine({ id: "c2", weight: 3, queueId: "sales" });
    expect(lines(planned({ queues, agents: [dan], conversations: [{ ...overflowed, enteredAt: 1 }, own] }))).toEqual(["c1 → dan most_room"]);
    expect(lines(planned({ queues, agents: [dan], conversations: [overflowed, { ...own, enteredAt: 1 }] }))).toEqual([
      "c2 → dan most_room",
      "c1 in_line no_dedicated_agent",
    ]);
  });

  test("facts of normal routing that two conversations share are forgotten when an overflow agent is given something", () => {
    const conversations = [1, 2, 3].map((at) => inLine({ id: `c${at}`, weight: 1, overflowAt: exampleNow }));
    const decisions = overflowing({ agents: [dan], conversations });
    expect(decisions.map(({ facts }) => facts.normal.candidates[0]?.load)).toEqual([0, 1, 2]);
  });

  test("the dedicated agent is preferred in an overflow team too", () => {
    const ana = exampleAgent({ queueIds: [], overflowQueueIds: ["support"] });
    const due = exampleInLine({ overflowAt: exampleNow });
    expect(lines(overflowing({ agents: [ana, exampleAgent({ id: "ben", load: 0 })], conversations: [due] }))).toEqual(["c1 → ana dedicated_preferred"]);
    expect(lines(overflowing({ agents: [ana, dan], conversations: [{ ...due, overflowAt: exampleNow + 1 }] }))).toEqual([]);
  });
});
