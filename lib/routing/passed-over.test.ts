import { describe, expect, test } from "vitest";

import { exampleAgent, exampleConversation, exampleInLine, exampleNow, exampleWaiting } from "./example-facts";
import { lines, planned } from "./example-plan";
import type { Snapshot } from "./model";

const ana = exampleAgent();

describe("edge 8: several wait for one agent", () => {
  const first = (conversations: Snapshot["conversations"]) => lines(planned({ agents: [ana], conversations }))[0];

  test("queue priority before length of wait", () => {
    expect(first([exampleWaiting({ id: "c1" }), exampleWaiting({ id: "c2", priority: 1, waitBeganAt: exampleNow - 1 })])).toBe("c2 → ana dedicated_freed");
  });

  test("then the longest waiting", () => {
    expect(first([exampleWaiting({ id: "c1" }), exampleWaiting({ id: "c2", waitBeganAt: exampleNow - 180_001 })])).toBe("c2 → ana dedicated_freed");
  });

  test("then first entry, then id", () => {
    expect(first([exampleWaiting({ id: "c1" }), exampleWaiting({ id: "c2", enteredAt: 1 })])).toBe("c2 → ana dedicated_freed");
    expect(first([exampleWaiting({ id: "c2" }), exampleWaiting({ id: "c1" })])).toBe("c1 → ana dedicated_freed");
  });

  test("one that has just come in stands behind those who wait", () => {
    expect(lines(planned({ agents: [ana], conversations: [exampleConversation({ id: "c0" }), exampleWaiting()] }))).toEqual([
      "c1 → ana dedicated_freed",
      "c0 waiting dedicated_at_capacity",
    ]);
  });

  const heavy = exampleWaiting({ id: "heavy", weight: 2, waitBeganAt: exampleNow - 200_000 });

  test("one that does not fit is passed over for one that does, and that is noted once", () => {
    const [decision] = planned({ agents: [ana], conversations: [heavy, exampleWaiting()] });
    expect(decision).toMatchObject({ conversationId: "c1", passesOver: ["heavy"] });
    const again = planned({ agents: [ana], conversations: [{ ...heavy, passedOverSince: exampleNow - 59_999 }, exampleWaiting()] });
    expect(again).toMatchObject([{ conversationId: "c1", passesOver: [] }]);
  });

  test("two given in one pass note it once", () => {
    const conversations = [{ ...heavy, weight: 3 }, exampleWaiting({ id: "c1" }), exampleWaiting({ id: "c2" })];
    const decisions = planned({ agents: [exampleAgent({ load: 3 })], conversations });
    expect(decisions.map((decision) => decision.passesOver)).toEqual([["heavy"], []]);
  });

  test("one that stands behind is not passed over by those before it", () => {
    const conversations = [exampleWaiting({ id: "c1", priority: 1 }), heavy];
    expect(planned({ agents: [ana], conversations })).toMatchObject([{ conversationId: "c1", passesOver: [] }]);
  });

  const holding = { ...heavy, passedOverSince: exampleNow - 60_000 };

  test("passed over for 60 s, it holds the room: from those who wait, from new ones and from the queue", () => {
    const conversations = [
      holding,
      exampleWaiting({ id: "c1" }),
      exampleConversation({ id: "c2" }),
      exampleInLine({ id: "c3", dedicatedAgentId: null }),
      exampleInLine({ id: "c4" }),
    ];
    const decisions = planned({ agents: [ana], conversations });
    expect(lines(decisions)).toEqual(["c2 waiting dedicated_at_capacity"]);
    expect(decisions[0]?.facts.heldForConversationId).toBe("heavy");
  });

  test("of two that could hold it, the first in order does", () => {
    const conversations = [{ ...holding, id: "later", waitBeganAt: exampleNow - 1 }, holding, exampleConversation({ id: "c2" })];
    expect(planned({ agents: [ana], conversations })[0]?.facts.heldForConversationId).toBe("heavy");
  });

  test("nothing is held of an agent who gives nothing", () => {
    const conversations = [holding, exampleConversation({ id: "c2" })];
    const decisions = planned({ agents: [exampleAgent({ status: "busy" })], conversations });
    expect(decisions[0]?.facts.heldForConversationId).toBeNull();
  });

  test("those before it in order still get their room", () => {
    const conversations = [holding, exampleWaiting({ id: "c1", priority: 1 })];
    expect(lines(planned({ agents: [ana], conversations }))).toEqual(["c1 → ana dedicated_freed"]);
  });

  test("once it fits it takes the room it held; once its wait has passed the room is free for the others", () => {
    const conversations = [holding, exampleWaiting({ id: "c1" })];
    expect(lines(planned({ agents: [exampleAgent({ load: 3 })], conversations }))).toEqual(["heavy → ana dedicated_freed"]);
    const passed = [{ ...holding, waitUntil: exampleNow }, exampleWaiting({ id: "c1" })];
    expect(lines(planned({ agents: [ana], conversations: passed }))).toEqual([
      "c1 → ana dedicated_freed",
      "heavy in_line dedicated_timed_out",
    ]);
  });

  test("a conversation from the general queue passes over those who don't fit, too", () => {
    const conversations = [heavy, exampleInLine({ id: "c3", dedicatedAgentId: null })];
    expect(planned({ agents: [ana], conversations })).toMatchObject([{ conversationId: "c3", passesOver: ["heavy"] }]);
  });
});
