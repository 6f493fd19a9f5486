import { describe, expect, test } from "vitest";

import { advance } from "./advance";
import { exampleAgent, exampleConversation, exampleInLine, exampleNow, exampleSnapshot, exampleWaiting } from "./example-facts";
import { lines, planned } from "./example-plan";
import type { Refusal, Snapshot } from "./model";
import { plan } from "./plan";

const settings = { version: 1, dedicatedAgentEnabled: true, acceptTimeoutSeconds: 30 };
const ana = exampleAgent();
const ben = exampleAgent({ id: "ben", load: 1 });
const cat = exampleAgent({ id: "cat", load: 2 });

const offering = (change: Partial<Snapshot>) => planned({ settings, ...change });
const refusedBy = (...agentIds: string[]): readonly Refusal[] => agentIds.map((agentId) => ({ agentId, at: exampleNow - 5_000 }));

describe("agents accept (the routing contract, §3)", () => {
  test("whoever would be given it is asked, for the accept timeout", () => {
    const conversations = [exampleConversation(), exampleConversation({ id: "c2", dedicatedAgentId: null })];
    const until = exampleNow + 30_000;
    expect(offering({ agents: [ana, ben], conversations }).map(({ outcome }) => outcome)).toEqual([
      { kind: "offered", agentId: "ana", until, reason: "dedicated_available", normalRouting: null },
      { kind: "offered", agentId: "ben", until, reason: "no_dedicated_agent", normalRouting: "most_room" },
    ]);
  });

  test("the same for those who waited, and for the dedicated agent preferred in normal routing", () => {
    expect(lines(offering({ agents: [ana, ben], conversations: [exampleWaiting()] }))).toEqual(["c1 →? ana dedicated_freed"]);
    expect(lines(offering({ agents: [ana, ben], conversations: [exampleInLine()] }))).toEqual(["c1 →? ana dedicated_preferred"]);
  });

  test("an offer holds the weight: nobody is asked beyond their room", () => {
    const conversations = Array.from({ length: 4 }, (_, at) => exampleInLine({ id: `c${at}`, weight: 2, dedicatedAgentId: null }));
    const snapshot = exampleSnapshot({ settings, agents: [ben], conversations });
    const decisions = plan(snapshot);
    expect(lines(decisions)).toEqual(["c0 →? ben most_room", "c1 →? ben most_room"]);
    const after = advance(snapshot, decisions);
    expect(after.agents).toEqual([{ ...ben, load: 5, lastAssignedAt: exampleNow }]);
    expect(after.conversations.map(({ id }) => id)).toEqual(["c2", "c3"]);
  });

  test("an offer passes over those who wait and do not fit, as an assignment does (edge 8)", () => {
    const conversations = [exampleWaiting({ id: "heavy", weight: 2, waitBeganAt: exampleNow - 200_000 }), exampleWaiting()];
    expect(offering({ agents: [ana], conversations })).toMatchObject([{ conversationId: "c1", passesOver: ["heavy"] }]);
  });
});

describe("edge 11: declined or lapsed", () => {
  test("of the dedicated agent: no second dedicated check in this cycle, however much room they have", () => {
    const refused = exampleConversation({ refusals: refusedBy("ana") });
    const [decision] = offering({ agents: [exampleAgent({ load: 0 }), ben], conversations: [refused] });
    expect(decision?.outcome).toMatchObject({ kind: "offered", agentId: "ben", reason: "dedicated_declined", normalRouting: "most_room" });
    expect(decision?.facts.normal).toMatchObject({ availableCount: 1, refusedCount: 1 });
  });

  test("whether they were the first to refuse it or not", () => {
    for (const refusals of [refusedBy("cat", "ana"), refusedBy("ana", "cat")]) {
      expect(lines(offering({ agents: [ana, ben], conversations: [exampleConversation({ refusals })] }))).toEqual(["c1 →? ben most_room"]);
    }
  });

  test("nor do they wait for one who refused it, though that one is full, away or available anew", () => {
    const refused = exampleConversation({ refusals: refusedBy("ana") });
    for (const change of [{ load: 5 }, { status: "busy" }, { status: "offline" }, { load: 5, statusSince: exampleNow }] as const) {
      expect(lines(offering({ agents: [exampleAgent(change)], conversations: [refused] }))).toEqual(["c1 in_line dedicated_declined"]);
    }
  });

  test("somebody else's refusal leaves the dedicated check as it is", () => {
    const relinked = exampleConversation({ refusals: refusedBy("ben", "cat") });
    expect(lines(offering({ agents: [ana, ben], conversations: [relinked] }))).toEqual(["c1 →? ana dedicated_available"]);
  });

  test("of normal routing: the next agent, for the reason it came to normal routing, and no dedicated check", () => {
    const refused = exampleWaiting({ state: "pending", normalReason: "dedicated_timed_out", refusals: refusedBy("ben") });
    const full = exampleAgent({ load: 5 });
    expect(offering({ agents: [full, ben, cat], conversations: [refused] })).toMatchObject([
      { outcome: { kind: "offered", agentId: "cat", reason: "dedicated_timed_out", normalRouting: "most_room" } },
    ]);
    expect(lines(offering({ agents: [full], conversations: [refused] }))).toEqual(["c1 in_line dedicated_timed_out"]);
  });

  test("a dedicated agent who refused it is no longer preferred", () => {
    const refused = exampleInLine({ state: "pending", refusals: refusedBy("ana") });
    expect(lines(offering({ agents: [ana, cat], conversations: [refused] }))).toEqual(["c1 →? cat most_room"]);
  });

  test("all have refused it: in line, and that is said; those who are full are no refusals", () => {
    const refused = exampleInLine({ state: "pending", refusals: refusedBy("ben", "cat") });
    const outcomeFor = (agents: Snapshot["agents"]) => offering({ agents, conversations: [refused] })[0]?.outcome;
    expect(outcomeFor([ben, cat])).toMatchObject({ kind: "in_line", normalRouting: "all_declined" });
    expect(outcomeFor([ben, exampleAgent({ load: 5 })])).toMatchObject({ kind: "in_line", normalRouting: "all_at_capacity" });
    expect(outcomeFor([{ ...ben, status: "unavailable" }])).toMatchObject({ kind: "in_line", normalRouting: "no_agent_available" });
  });

  test("a refusal stands until the agent becomes available anew; then it is offered out of the line", () => {
    const refused = exampleInLine({ refusals: refusedBy("ben") });
    const since = (statusSince: number) => lines(offering({ agents: [{ ...ben, statusSince }], conversations: [refused] }));
    expect(since(exampleNow - 60_000)).toEqual([]);
    expect(since(exampleNow - 5_000)).toEqual([]);
    expect(since(exampleNow - 4_999)).toEqual(["c1 →? ben most_room"]);
  });

  test("one who refused twice counts once, and those who don't serve the queue or have gone not at all", () => {
    const stranger = exampleAgent({ id: "dan", queueIds: ["sales"] });
    const refused = exampleInLine({ state: "pending", refusals: refusedBy("ben", "ben", "dan", "gone") });
    const [decision] = offering({ agents: [ben, cat, stranger], conversations: [refused] });
    expect(decision?.facts.normal).toMatchObject({ availableCount: 1, refusedCount: 1, candidates: [{ id: "cat" }] });
  });

  test("the facts name the best three of those who are left, and nobody's refusal is another conversation's", () => {
    const agents = ["a", "b", "c", "d", "e", "f"].map((id, load) => exampleAgent({ id, load, capacity: 9 }));
    const conversations = [
      exampleInLine({ id: "c1", dedicatedAgentId: null, refusals: refusedBy("a", "c") }),
      exampleInLine({ id: "c2", dedicatedAgentId: null }),
      exampleInLine({ id: "c3", dedicatedAgentId: null, refusals: refusedBy("f") }),
    ];
    const candidates = offering({ agents, conversations }).map(({ facts }) => facts.normal.candidates.map(({ id, load }) => `${id}${load}`));
    expect(candidates).toEqual([["b1", "d3", "e4"], ["a0", "c2", "b2"], ["a1", "c2", "b2"]]);
  });

  test("those who stood in line behind it are not held up", () => {
    const conversations = [exampleInLine({ id: "c1", enteredAt: 1, refusals: refusedBy("ben") }), exampleInLine({ id: "c2" })];
    expect(lines(offering({ agents: [ben], conversations }))).toEqual(["c2 →? ben most_room"]);
  });
});
