import { describe, expect, test } from "vitest";

import { advance } from "./advance";
import {
  exampleAgent,
  exampleConversation,
  exampleInLine,
  exampleNow,
  exampleSnapshot,
  exampleWaiting,
} from "./example-facts";
import { lines, planned } from "./example-plan";
import type { ConversationFacts } from "./model";
import { plan } from "./plan";

const ana = exampleAgent();
const fullAna = exampleAgent({ load: 5 });
const ben = exampleAgent({ id: "ben", load: 1, lastAssignedAt: null });

describe("what is listed", () => {
  test("a new conversation always has a decision", () => {
    expect(lines(planned({ agents: [fullAna], conversations: [exampleConversation()] }))).toEqual(["c1 waiting dedicated_at_capacity"]);
    expect(lines(planned({ conversations: [exampleConversation({ dedicatedAgentId: null })] }))).toEqual(["c1 in_line no_dedicated_agent"]);
  });

  test("one that goes on waiting, or stands in line as before, has none", () => {
    expect(planned({ agents: [fullAna], conversations: [exampleWaiting(), exampleInLine({ id: "c2" })] })).toEqual([]);
  });

  test("a wait without a start or an end, which no row should hold, is given one", () => {
    const outcomeOf = (conversation: ConversationFacts) => planned({ agents: [fullAna], conversations: [conversation] })[0]?.outcome;
    expect(outcomeOf(exampleWaiting({ waitUntil: null }))).toMatchObject({ kind: "waiting", until: exampleNow - 180_000 + 300_000 });
    expect(outcomeOf(exampleWaiting({ waitBeganAt: null }))).toMatchObject({ kind: "waiting", began: exampleNow, until: exampleNow + 120_000 });
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

test("stored facts hold no more of an agent than the decision looked at, before and after they are given something", () => {
  const lunch = exampleAgent({ load: 3, overflowQueueIds: ["sales"], statusSince: 1, customStatus: "Back from lunch" });
  const plain = exampleAgent({ load: 3 });
  for (const { queueIds: _, overflowQueueIds: __, statusSince: ___, ...facts } of [lunch, plain]) {
    const conversations = [exampleConversation(), exampleConversation({ id: "c2" })];
    const decisions = planned({ agents: [facts.customStatus ? lunch : plain], conversations });
    expect(decisions.map((decision) => decision.facts.dedicatedAgent)).toStrictEqual([facts, { ...facts, load: 4, lastAssignedAt: exampleNow }]);
    expect(decisions.map((decision) => decision.facts.normal.candidates)).toStrictEqual([[facts], [{ ...facts, load: 4, lastAssignedAt: exampleNow }]]);
  }
});

describe("facts of normal routing", () => {
  test("are one object for all conversations of a weight until an agent of the queue changes: a pass may store thousands", () => {
    const conversations = [1, 2, 3, 4].map((at) => exampleConversation({ id: `c${at}`, dedicatedAgentId: null, weight: at < 4 ? 2 : 1 }));
    const [first, second, third, light] = planned({ agents: [ana], conversations }).map(({ facts }) => facts.normal);
    expect(second).toBe(first);
    expect(third).toBe(first);
    expect(light).not.toBe(first);
  });

  test("name a dedicated agent who is one of the best once", () => {
    const [decision] = planned({ agents: [ana, ben], conversations: [exampleInLine()] });
    expect(decision?.facts.normal.candidates.map(({ id }) => id)).toEqual(["ben", "ana"]);
  });
});

test("one whose kept wait is over and whose new agent has no room takes its turn among those in line", () => {
  const relinked = exampleWaiting({ id: "c2", state: "pending", waitUntil: exampleNow, enteredAt: 2 });
  const conversations = [relinked, exampleInLine({ id: "c1", enteredAt: 1 }), exampleInLine({ id: "c3", enteredAt: 3 })];
  const decisions = planned({ agents: [fullAna, exampleAgent({ id: "ben", load: 3 })], conversations });
  expect(decisions.map(({ conversationId, outcome }) => [conversationId, outcome.reason])).toEqual([["c1", "dedicated_offline"], ["c2", "dedicated_timed_out"]]);
});

test("a snapshot that lacks a channel or a queue is a bug, and said", () => {
  const conversations = [exampleConversation()];
  expect(() => planned({ channels: [], conversations })).toThrow(new Error("The snapshot lacks channel chat, which conversation c1 names."));
  expect(() => planned({ queues: [], conversations })).toThrow(new Error("The snapshot lacks queue support, which conversation c1 names."));
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
