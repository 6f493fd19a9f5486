import { describe, expect, test } from "vitest";
import { exampleAgent, exampleChannel, exampleConversation, exampleNow, exampleSnapshot, exampleWaiting } from "./example-facts";
import type { ConversationFacts, RoutableAgent, Snapshot } from "./model";
import { plan } from "./plan";

/** What other routers' own test suites assert, where it holds for ours too: docs/peer-cases.md has all of them by these ids. */

/** Conversations of customers without a dedicated agent, in the order they came in. */
function arriving(count: number, change: Partial<ConversationFacts> = {}): ConversationFacts[] {
  return Array.from({ length: count }, (_, at) =>
    exampleConversation({ id: `c${String(at + 1).padStart(2, "0")}`, dedicatedAgentId: null, enteredAt: exampleNow - 1000 + at, ...change }),
  );
}

function agent(id: string, change: Partial<RoutableAgent> = {}): RoutableAgent {
  return exampleAgent({ id, load: 0, capacity: 5, lastAssignedAt: null, ...change });
}

/** Who got which, in the order of the decisions; `line`: it stands in line, `wait`: for its dedicated agent. */
function routed(change: Partial<Snapshot>): string[] {
  return plan(exampleSnapshot(change)).map(({ conversationId, outcome }) => {
    switch (outcome.kind) {
      case "assigned":
      case "offered":
        return `${conversationId} ${outcome.agentId}`;
      case "waiting":
        return `${conversationId} wait`;
      case "in_line":
        return `${conversationId} line`;
    }
  });
}

const longestIdle = { queues: [{ id: "support", strategy: "longest_idle" }] } as const;

describe("who is asked", () => {
  const [one] = arriving(1);
  if (!one) throw new Error("no conversation");

  test.each([
    ["AST-02, OS-02, CW-02, CW-29: nobody is there", [agent("ana", { status: "unavailable" }), agent("ben", { status: "offline" })], "line"],
    ["AST-03, RC-01: only those who are available", [agent("ana", { status: "unavailable" }), agent("ben"), agent("cat", { status: "unavailable" })], "ben"],
    ["AST-09, FS-06, CW-20: not one who is busy, whatever room they have", [agent("ana", { status: "busy" }), agent("ben", { load: 4 })], "ben"],
    ["CW-15: only those whose team serves the queue", [agent("ana", { queueIds: ["sales"] }), agent("ben", { load: 4 })], "ben"],
    ["CW-15: nobody of the team is there, though others are", [agent("ana", { queueIds: ["sales"] })], "line"],
    ["CW-17: nobody serves the queue", [agent("ana", { queueIds: [] })], "line"],
    ["CW-25: not those who are full", [agent("ana", { load: 5 }), agent("ben", { capacity: 100 }), agent("cat", { load: 5 })], "ben"],
    ["CW-26, RC-13: who has the least open work", [agent("ana", { load: 3 }), agent("ben", { load: 1 }), agent("cat", { load: 2 })], "ben"],
    ["CW-29: a new agent with nothing", [agent("ana", { load: 1, lastAssignedAt: exampleNow - 1 }), agent("ben")], "ben"],
    ["RC-08: not one who was deactivated", [agent("ana", { isRoutable: false }), agent("ben", { load: 4 })], "ben"],
    ["RC-17, RC-26: the last place is a place", [agent("ana", { capacity: 6, load: 5 })], "ana"],
    ["RC-38, RC-30: as much as the capacity is full", [agent("ana", { capacity: 15, load: 15 })], "line"],
    ["RC-30: over capacity, by hand, is full too", [agent("ana", { capacity: 4, load: 8 })], "line"],
  ])("%s", (_, agents, to) => {
    expect(routed({ agents, conversations: [one] })).toEqual([`c01 ${to}`]);
  });

  test("CW-28: with equal room, who has gone longest without", () => {
    const agents = [agent("ana", { lastAssignedAt: exampleNow - 10 }), agent("ben", { lastAssignedAt: exampleNow - 20 })];
    expect(routed({ agents, conversations: [one] })).toEqual(["c01 ben"]);
  });

  test.each([
    ["AWS-02, LHC-01, RC-15: longest idle, whatever their load", [agent("ana", { lastAssignedAt: exampleNow - 10 }), agent("ben", { load: 4, lastAssignedAt: exampleNow - 20 })], "ben"],
    ["OS-03: most room, whoever had the last one", [agent("ana", { lastAssignedAt: exampleNow - 10 }), agent("ben", { load: 4, lastAssignedAt: exampleNow - 20 })], "ana"],
  ])("%s", (name, agents, to) => {
    expect(routed({ ...(name.includes("idle") && longestIdle), agents, conversations: [one] })).toEqual([`c01 ${to}`]);
  });
});

describe("several at once", () => {
  test("CW-14: shared evenly", () => {
    expect(routed({ agents: [agent("ana"), agent("ben")], conversations: arriving(4) })).toEqual(["c01 ana", "c02 ben", "c03 ana", "c04 ben"]);
  });

  test("RC-14: the less busy one again, until they are as busy", () => {
    expect(routed({ agents: [agent("ana", { load: 2 }), agent("ben")], conversations: arriving(2) })).toEqual(["c01 ben", "c02 ben"]);
  });

  test("RCI-07: balanced by what is open, not by what was done before", () => {
    const agents = [agent("ana", { lastAssignedAt: exampleNow - 1 }), agent("ben")];
    const got = routed({ agents, conversations: arriving(4) });
    expect(got.filter((line) => line.endsWith("ana"))).toHaveLength(2);
  });

  test("RC-15, CW-16: in turn, each to the end, the others keeping their order", () => {
    const agents = [agent("ana", { lastAssignedAt: exampleNow - 1 }), agent("ben", { lastAssignedAt: exampleNow - 3 }), agent("cat", { status: "busy", lastAssignedAt: exampleNow - 4 }), agent("dan", { lastAssignedAt: exampleNow - 2 })];
    expect(routed({ ...longestIdle, agents, conversations: arriving(3) })).toEqual(["c01 ben", "c02 dan", "c03 ana"]);
  });

  test("AST-01: higher priority always ahead, first come first served within it", () => {
    const priorities = [50, 50, 40, 40, 30, 50, 50, 50, 10, 40, 40, 30];
    const conversations = arriving(12).map((conversation, at) => ({ ...conversation, priority: priorities[at] ?? 50 }));
    const order = routed({ agents: [agent("ana", { capacity: 100 })], conversations: conversations.toReversed() }).map((line) => line.slice(0, 3));
    expect(order).toEqual(["c09", "c05", "c12", "c03", "c04", "c10", "c11", "c01", "c02", "c06", "c07", "c08"]);
  });

  test("OS-01: of queues that share agents, the one with the higher priority is served first", () => {
    const queues = [{ id: "support", strategy: "most_room" }, { id: "sales", strategy: "most_room" }] as const;
    const conversations = [...arriving(1), ...arriving(1, { id: "urgent", queueId: "sales", priority: 1, enteredAt: exampleNow })];
    expect(routed({ queues, agents: [agent("ana", { capacity: 1, queueIds: ["support", "sales"] })], conversations })).toEqual(["urgent ana", "c01 line"]);
  });

  test("CW-09, AWS-02: room for one: who has waited longest", () => {
    expect(routed({ agents: [agent("ana", { capacity: 1 })], conversations: arriving(2).toReversed() })).toEqual(["c01 ana", "c02 line"]);
  });

  test("RC-64, RC-65, RCI-09: nobody is there, and when somebody comes, in the order they came", () => {
    const away = [agent("ana", { status: "offline", capacity: 1 })];
    expect(routed({ agents: away, conversations: arriving(2) })).toEqual(["c01 line", "c02 line"]);
    const inLine = arriving(2, { state: "in_line", normalReason: "no_dedicated_agent" });
    expect(routed({ agents: [agent("ana", { capacity: 1 })], conversations: inLine })).toEqual(["c01 ana"]);
    expect(routed({ agents: [agent("ana", { capacity: 1 })], conversations: inLine.slice(1) })).toEqual(["c02 ana"]);
  });

  test("SF-01: capacity 6 and weight 2: three, and then it is full; one that takes it all needs it empty", () => {
    expect(routed({ agents: [agent("ana", { capacity: 6 })], conversations: arriving(4, { weight: 2 }) })).toEqual(["c01 ana", "c02 ana", "c03 ana", "c04 line"]);
    expect(routed({ agents: [agent("ana", { capacity: 6, load: 1 })], conversations: arriving(1, { weight: 6 }) })).toEqual(["c01 line"]);
  });
});

describe("a customer with a dedicated agent", () => {
  const ana = agent("ana", { queueIds: [], load: 4 });
  const ben = agent("ben");

  test.each([
    ["RC-68, RCI-01: available: theirs, whoever else has more room", {}, "ana"],
    ["RC-04, RCI-04, TW-02: unavailable: the others, at once", { agents: [{ ...ana, status: "unavailable" }, ben] }, "ben"],
    ["RCI-02, TW-02: offline: the others, at once", { agents: [{ ...ana, status: "offline" }, ben] }, "ben"],
    ["FS-04: on a break is not there, unless the channel waits for absent agents", { agents: [{ ...ana, status: "unavailable", customStatus: "Break" }, ben] }, "ben"],
    ["FS-03: the channel waits for absent agents: it waits, even for nobody", { agents: [{ ...ana, status: "offline" }, ben], channels: [exampleChannel({ whenAgentAbsent: "wait" })] }, "wait"],
    ["RC-05: the feature is off: they are an agent as any other", { settings: { version: 1, dedicatedAgentEnabled: false } }, "ben"],
    ["RC-08: deactivated: as if there were none", { agents: [{ ...ana, isRoutable: false }, ben] }, "ben"],
    ["TW-04: not a member of a team that serves the queue: theirs all the same, and it is said", {}, "ana"],
    ["TW-05: at capacity: never beyond it, but it waits", { agents: [{ ...ana, load: 5 }, ben] }, "wait"],
  ] satisfies [string, Partial<Snapshot>, string][])("%s", (_, change, to) => {
    expect(routed({ agents: [ana, ben], conversations: [exampleConversation()], ...change })).toEqual([`c1 ${to}`]);
  });

  test("TW-03: the wait is counted from its beginning, not from when it is looked at again", () => {
    const waiting = exampleWaiting({ state: "pending", waitBeganAt: exampleNow - 299_000, waitUntil: exampleNow + 1000 });
    const [decision] = plan(exampleSnapshot({ agents: [{ ...ana, load: 5 }], conversations: [waiting] }));
    expect(decision?.outcome).toMatchObject({ kind: "waiting", until: exampleNow + 1000 });
  });

  test("CW-04: what is closed or assigned is not even looked at: a snapshot has only what needs routing", () => {
    expect(routed({ agents: [ana, ben], conversations: [] })).toEqual([]);
  });
});
