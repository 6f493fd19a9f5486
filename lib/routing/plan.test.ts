import { describe, expect, test } from "vitest";

import { advance } from "./advance";
import {
  exampleAgent,
  exampleChannel,
  exampleConversation,
  exampleInLine,
  exampleNow,
  exampleSnapshot,
  exampleWaiting,
} from "./example-facts";
import type { Decision, Snapshot } from "./model";
import { plan } from "./plan";

const ana = exampleAgent();
const fullAna = exampleAgent({ load: 5 });
const ben = exampleAgent({ id: "ben", load: 1, lastAssignedAt: null });

function planned(change: Partial<Snapshot>): Decision[] {
  return plan(exampleSnapshot(change));
}

/** `c1 → ana dedicated_freed`, `c2 waiting dedicated_at_capacity`, in the order of the decisions. */
function lines(decisions: readonly Decision[]): string[] {
  return decisions.map(({ conversationId, outcome }) =>
    outcome.kind === "assigned"
      ? `${conversationId} → ${outcome.agentId} ${outcome.normalRouting ?? outcome.reason}`
      : `${conversationId} ${outcome.kind} ${outcome.reason}`,
  );
}

describe("what is listed", () => {
  test("a new conversation always has a decision", () => {
    expect(lines(planned({ agents: [fullAna], conversations: [exampleConversation()] }))).toEqual(["c1 waiting dedicated_at_capacity"]);
    expect(lines(planned({ conversations: [exampleConversation({ dedicatedAgentId: null })] }))).toEqual(["c1 in_line no_dedicated_agent"]);
  });

  test("one that goes on waiting, or stands in line as before, has none", () => {
    expect(planned({ agents: [fullAna], conversations: [exampleWaiting(), exampleInLine({ id: "c2" })] })).toEqual([]);
  });

  test("a conversation assigned, snoozed, done, merged or deleted meanwhile is not there, and nothing acts on it (edge 5)", () => {
    expect(planned({ agents: [ana, ben], conversations: [] })).toEqual([]);
  });

  test("a wait without an end, which no row should hold, is given one", () => {
    const [decision] = planned({ agents: [fullAna], conversations: [exampleWaiting({ waitUntil: null })] });
    expect(decision?.outcome).toMatchObject({ kind: "waiting", until: exampleNow - 180_000 + 300_000 });
  });
});

describe("edge 3: the dedicated agent need not serve the queue", () => {
  const stranger = exampleAgent({ queueIds: ["sales"] });

  test("they get it, and the facts say that they don't serve it", () => {
    const [decision] = planned({ agents: [stranger], conversations: [exampleConversation()] });
    expect(decision).toMatchObject({ outcome: { agentId: "ana", reason: "dedicated_available" }, facts: { dedicatedAgentServesQueue: false } });
  });

  test("in normal routing they are no candidate", () => {
    const conversations = [exampleWaiting({ waitUntil: exampleNow })];
    expect(lines(planned({ agents: [stranger], conversations }))).toEqual(["c1 in_line dedicated_timed_out"]);
  });
});

describe("edge 6: a freed slot and the end of the wait in one instant", () => {
  test("the wait has passed, the log says so, and one agent gets it", () => {
    const conversations = [exampleWaiting({ waitUntil: exampleNow })];
    const decisions = planned({ agents: [ana, ben], conversations });
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.outcome).toEqual({
      kind: "assigned",
      agentId: "ana",
      reason: "dedicated_timed_out",
      normalRouting: "dedicated_preferred",
    });
  });

  test("the slot may go to another who still waits, and the passed one to the queue", () => {
    const conversations = [exampleWaiting({ id: "c1", waitUntil: exampleNow }), exampleWaiting({ id: "c2" })];
    expect(lines(planned({ agents: [ana, ben], conversations }))).toEqual(["c2 → ana dedicated_freed", "c1 → ben most_room"]);
  });
});

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

describe("edges 7, 9, 10, 12, 15 and 19", () => {
  test("a freed slot wanted by a waiting one and by the general queue goes to the waiting one (edge 9)", () => {
    const conversations = [exampleInLine({ id: "c0", priority: 1, enteredAt: 1, dedicatedAgentId: null }), exampleWaiting()];
    expect(lines(planned({ agents: [ana], conversations }))).toEqual(["c1 → ana dedicated_freed"]);
  });

  test("after a timeout its place in line is that of its first entry (edge 7)", () => {
    const timedOut = exampleWaiting({ id: "c9", waitUntil: exampleNow });
    const conversations = [exampleInLine({ id: "c0", enteredAt: timedOut.enteredAt + 1 }), timedOut];
    expect(lines(planned({ agents: [fullAna, exampleAgent({ id: "ben" })], conversations }))).toEqual(["c9 → ben most_room"]);
  });

  test("the preferred dedicated agent is found behind any number of better candidates (edge 7)", () => {
    const others = Array.from({ length: 20 }, (_, index) => exampleAgent({ id: `agent-${index}`, load: 0 }));
    const [decision] = planned({ agents: [...others, ana], conversations: [exampleInLine()] });
    expect(decision?.outcome).toMatchObject({ agentId: "ana", normalRouting: "dedicated_preferred" });
    expect(decision?.facts.normal.candidates).toHaveLength(4);
  });

  test("Route now sends a waiting one to the queue (edge 10)", () => {
    const conversations = [exampleWaiting({ dedicatedSkip: "routed_now" })];
    expect(planned({ agents: [fullAna, ben], conversations })[0]?.outcome).toMatchObject({ agentId: "ben", reason: "routed_now" });
  });

  test("two of one customer never take one slot (edge 12)", () => {
    const conversations = [exampleConversation({ id: "c1" }), exampleConversation({ id: "c2" })];
    expect(lines(planned({ agents: [ana], conversations }))).toEqual(["c1 → ana dedicated_available", "c2 waiting dedicated_at_capacity"]);
  });

  test("a link set on a conversation that needs routing is decided by it (edge 15)", () => {
    const relinked = exampleInLine({ state: "pending", normalReason: null, dedicatedAgentId: "ben" });
    expect(lines(planned({ agents: [ana, ben], conversations: [relinked] }))).toEqual(["c1 → ben dedicated_available"]);
  });

  test("an agent who comes back gets old work only as room allows (edge 19)", () => {
    const conversations = Array.from({ length: 9 }, (_, index) => exampleInLine({ id: `c${index}`, enteredAt: index }));
    const decisions = planned({ agents: [exampleAgent({ id: "ben", load: 2 })], conversations });
    expect(lines(decisions)).toEqual(["c0 → ben most_room", "c1 → ben most_room", "c2 → ben most_room"]);
  });

  test("the same for those who waited for them under the waiting policy (edge 19)", () => {
    const conversations = Array.from({ length: 9 }, (_, index) => exampleWaiting({ id: `c${index}`, waitBeganAt: index }));
    const channels = [exampleChannel({ whenAgentAbsent: "wait" })];
    const decisions = planned({ agents: [exampleAgent({ load: 3 })], conversations, channels });
    expect(lines(decisions)).toEqual(["c0 → ana dedicated_freed", "c1 → ana dedicated_freed"]);
  });
});

describe("normal routing over a pass", () => {
  test("priority, then first entry, then id", () => {
    const conversations = [
      exampleInLine({ id: "d", priority: 2, enteredAt: 1 }),
      exampleInLine({ id: "b", priority: 1, enteredAt: 9 }),
      exampleInLine({ id: "c", priority: 2, enteredAt: 1 }),
      exampleInLine({ id: "a", priority: 1, enteredAt: 8 }),
    ];
    const decisions = planned({ agents: [exampleAgent({ id: "ben", load: 0 })], conversations });
    expect(decisions.map((decision) => decision.conversationId)).toEqual(["a", "b", "c", "d"]);
  });

  test("ids are ordered by code unit, not by a language", () => {
    const conversations = ["ä", "b", "B", "a"].map((id) => exampleInLine({ id }));
    const decisions = planned({ agents: [exampleAgent({ id: "ben", load: 0 })], conversations });
    expect(decisions.map((decision) => decision.conversationId)).toEqual(["B", "a", "b", "ä"]);
  });

  test("each assignment counts for the next: two equals share", () => {
    const agents = [exampleAgent({ id: "ben", load: 0 }), exampleAgent({ id: "cat", load: 0 })];
    const conversations = Array.from({ length: 4 }, (_, index) => exampleInLine({ id: `c${index}` }));
    expect(lines(planned({ agents, conversations })).map((line) => line.split(" ")[2])).toEqual(["ben", "cat", "ben", "cat"]);
  });

  test("longest idle goes round, also past those without enough room", () => {
    const agents = ["a", "b", "c", "d"].map((id, index) =>
      exampleAgent({ id, load: id === "b" ? 4 : 0, lastAssignedAt: index }),
    );
    const queues = [{ id: "support", strategy: "longest_idle" }] as const;
    const conversations = [2, 2, 1, 1].map((weight, index) => exampleInLine({ id: `c${index}`, weight, enteredAt: index }));
    expect(lines(planned({ agents, queues, conversations })).map((line) => line.split(" ")[2])).toEqual(["a", "c", "b", "d"]);
  });

  test("only those who serve the queue", () => {
    const conversations = [exampleInLine({ queueId: "sales" })];
    const queues = [{ id: "support", strategy: "most_room" }, { id: "sales", strategy: "most_room" }] as const;
    expect(planned({ agents: [ana, ben], queues, conversations })).toEqual([]);
  });
});

test("the snapshot and what hangs on it may be frozen", () => {
  const snapshot = deepFreeze(exampleSnapshot({ agents: [ana, ben], conversations: [exampleWaiting(), exampleInLine({ id: "c2" })] }));
  expect(plan(snapshot)).toHaveLength(2);
  expect(advance(snapshot, plan(snapshot)).conversations).toEqual([]);
});

test("stored facts hold no more of an agent than the decision looked at", () => {
  const [decision] = planned({ agents: [ana], conversations: [exampleConversation()] });
  expect(decision?.facts.dedicatedAgent).not.toHaveProperty("queueIds");
  expect(decision?.facts.normal.candidates[0]).not.toHaveProperty("queueIds");
});

test("a snapshot that lacks a channel or a queue is a bug, and said", () => {
  const conversations = [exampleConversation()];
  expect(() => planned({ channels: [], conversations })).toThrow("lacks channel chat");
  expect(() => planned({ queues: [], conversations })).toThrow("lacks queue support");
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
