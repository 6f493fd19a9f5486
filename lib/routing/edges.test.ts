import { describe, expect, test } from "vitest";

import { exampleAgent, exampleChannel, exampleConversation, exampleInLine, exampleNow, exampleWaiting } from "./example-facts";
import { lines, planned } from "./example-plan";

/**
 * The edges of the routing contract, §2, as far as deciding goes: edge 8 is in `passed-over.test.ts`, edge 11 in
 * `offers.test.ts`; 13, 14 and 20 are about what is recorded, not about what is decided from it.
 */
const ana = exampleAgent();
const fullAna = exampleAgent({ load: 5 });
const ben = exampleAgent({ id: "ben", load: 1, lastAssignedAt: null });
const absentMayWait = [exampleChannel({ whenAgentAbsent: "wait" })];

test("edge 1: a conversation heavier than its dedicated agent's whole capacity never waits for them", () => {
  const conversations = [exampleConversation({ weight: 6 }), exampleConversation({ id: "c2", weight: 5 })];
  const agents = [fullAna, exampleAgent({ id: "ben", load: 0, capacity: 6 })];
  expect(lines(planned({ agents, conversations }))).toEqual(["c2 waiting dedicated_at_capacity", "c1 → ben most_room"]);
});

test("edge 2: a deactivated agent, one without the permission, or one who is gone is never waited for, and gets nothing", () => {
  for (const channels of [[exampleChannel()], absentMayWait]) {
    for (const agents of [[exampleAgent({ isRoutable: false })], []]) {
      expect(lines(planned({ channels, agents, conversations: [exampleConversation()] }))).toEqual(["c1 in_line dedicated_inactive"]);
      expect(lines(planned({ channels, agents, conversations: [exampleWaiting()] }))).toEqual(["c1 in_line dedicated_inactive"]);
    }
  }
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

describe("edge 4: what happens in the course of a wait", () => {
  const waits = exampleWaiting();

  test("the agent leaves: normal routing at once, unless the channel waits for absent agents", () => {
    for (const status of ["unavailable", "offline"] as const) {
      const agents = [exampleAgent({ status }), ben];
      expect(planned({ agents, conversations: [waits] })).toMatchObject([{ outcome: { agentId: "ben", reason: "dedicated_left" } }]);
      expect(planned({ agents, channels: absentMayWait, conversations: [waits] })).toEqual([]);
    }
  });

  test("the link is removed: normal routing at once", () => {
    const unlinked = exampleWaiting({ state: "pending", dedicatedAgentId: null });
    expect(planned({ agents: [fullAna, ben], conversations: [unlinked] })).toMatchObject([{ outcome: { agentId: "ben", reason: "no_dedicated_agent" } }]);
  });

  test("the link is changed: decided against the new agent, within the wait that it began with", () => {
    const relinked = exampleWaiting({ state: "pending", dedicatedAgentId: "ben" });
    const agents = [ana, exampleAgent({ id: "ben", load: 5 })];
    const { waitBeganAt: began, waitUntil: until } = relinked;
    expect(planned({ agents, conversations: [relinked] })).toMatchObject([{ outcome: { kind: "waiting", agentId: "ben", began, until } }]);
  });

  test("the feature is switched off: all waits end at once", () => {
    const conversations = [waits, exampleWaiting({ id: "c2" })];
    const settings = { version: 2, dedicatedAgentEnabled: false };
    expect(lines(planned({ agents: [fullAna], settings, conversations }))).toEqual(["c1 in_line feature_off", "c2 in_line feature_off"]);
  });

  test("the timeout is edited: running waits keep theirs", () => {
    const channels = [exampleChannel({ timeoutSeconds: 5 })];
    expect(planned({ agents: [fullAna], channels, conversations: [waits] })).toEqual([]);
    const fresh = exampleConversation({ id: "c2" });
    expect(planned({ agents: [fullAna], channels, conversations: [fresh] })).toMatchObject([{ outcome: { until: exampleNow + 5_000 } }]);
  });

  test("the channel is switched off: its waits end", () => {
    const channels = [exampleChannel({ isEnabled: false }), exampleChannel({ id: "email" })];
    const conversations = [waits, exampleWaiting({ id: "c2", channelId: "email" })];
    expect(lines(planned({ agents: [fullAna], channels, conversations }))).toEqual(["c1 in_line channel_off"]);
  });
});

test("edge 5: on one assigned, snoozed, done, merged or deleted meanwhile, which is not there, nothing acts", () => {
  expect(planned({ agents: [ana, ben], conversations: [] })).toEqual([]);
});

describe("edge 6: a freed slot and the end of the wait in one instant", () => {
  test("the wait has passed, the log says so, and one agent gets it", () => {
    const decisions = planned({ agents: [ana, ben], conversations: [exampleWaiting({ waitUntil: exampleNow })] });
    expect(decisions.map(({ outcome }) => outcome)).toEqual([
      { kind: "assigned", agentId: "ana", reason: "dedicated_timed_out", normalRouting: "dedicated_preferred" },
    ]);
  });

  test("one millisecond before its end it has not", () => {
    const conversations = [exampleWaiting({ waitUntil: exampleNow + 1 })];
    expect(lines(planned({ agents: [ana, ben], conversations }))).toEqual(["c1 → ana dedicated_freed"]);
  });

  test("the slot may go to another who still waits, and the passed one to the queue", () => {
    const conversations = [exampleWaiting({ id: "c1", waitUntil: exampleNow }), exampleWaiting({ id: "c2" })];
    expect(lines(planned({ agents: [ana, ben], conversations }))).toEqual(["c2 → ana dedicated_freed", "c1 → ben most_room"]);
  });
});

describe("edge 7: after a timeout it stands in its queue as any other", () => {
  test("its place in line is that of its first entry", () => {
    const timedOut = exampleWaiting({ id: "c9", waitUntil: exampleNow });
    const conversations = [exampleInLine({ id: "c0", enteredAt: timedOut.enteredAt + 1 }), timedOut];
    expect(lines(planned({ agents: [fullAna, exampleAgent({ id: "ben" })], conversations }))).toEqual(["c9 → ben most_room"]);
  });

  test("its dedicated agent, if among those with room, gets it, behind any number of better candidates", () => {
    const others = Array.from({ length: 20 }, (_, index) => exampleAgent({ id: `agent-${index}`, load: 0 }));
    const [decision] = planned({ agents: [...others, ana], conversations: [exampleInLine()] });
    expect(decision?.outcome).toMatchObject({ agentId: "ana", normalRouting: "dedicated_preferred" });
    expect(decision?.facts.normal.candidates.map(({ id }) => id)).toEqual(["agent-0", "agent-1", "agent-10", "ana"]);
  });
});

test("edge 9: a freed slot wanted by a waiting one and by the general queue goes to the waiting one", () => {
  const conversations = [exampleInLine({ id: "c0", priority: 1, enteredAt: 1, dedicatedAgentId: null }), exampleWaiting()];
  expect(lines(planned({ agents: [ana], conversations }))).toEqual(["c1 → ana dedicated_freed"]);
});

test("edge 10: Route now ends the wait, and its own agent gets it only if among those with room", () => {
  const conversations = [exampleWaiting({ state: "pending", dedicatedSkip: "routed_now" })];
  expect(planned({ agents: [fullAna, ben], conversations })[0]?.outcome).toMatchObject({ agentId: "ben", reason: "routed_now" });
  expect(lines(planned({ agents: [ana, ben], conversations }))).toEqual(["c1 → ana dedicated_preferred"]);
  expect(lines(planned({ agents: [fullAna], conversations }))).toEqual(["c1 in_line routed_now"]);
});

test("edge 12: two of one customer never take one slot", () => {
  const conversations = [exampleConversation({ id: "c1" }), exampleConversation({ id: "c2" })];
  expect(lines(planned({ agents: [ana], conversations }))).toEqual(["c1 → ana dedicated_available", "c2 waiting dedicated_at_capacity"]);
});

test("edge 15: a link set on a conversation that needs routing is decided by it", () => {
  const relinked = exampleInLine({ state: "pending", normalReason: null, dedicatedAgentId: "ben" });
  expect(lines(planned({ agents: [ana, ben], conversations: [relinked] }))).toEqual(["c1 → ben dedicated_available"]);
});

test("edge 16: an agent whom a reopened conversation took over capacity gets nothing until their load is below it", () => {
  for (const [load, says] of [[6, "c1 waiting dedicated_at_capacity"], [5, "c1 waiting dedicated_at_capacity"], [4, "c1 → ana dedicated_available"]] as const) {
    expect(lines(planned({ agents: [exampleAgent({ load })], conversations: [exampleConversation()] }))).toEqual([says]);
  }
});

test("edge 17: taken back from an agent who went offline, it goes to others at once", () => {
  const conversations = [exampleConversation()];
  const decisions = planned({ agents: [exampleAgent({ status: "offline" }), ben], conversations });
  expect(decisions).toMatchObject([{ outcome: { agentId: "ben", reason: "dedicated_offline", normalRouting: "most_room" } }]);
});

describe("edge 18: a transfer to a queue", () => {
  const transferred = exampleConversation({ dedicatedSkip: "transferred" });

  test("skips the dedicated check: nobody is waited for", () => {
    const decisions = planned({ agents: [fullAna, ben], conversations: [transferred] });
    expect(decisions).toMatchObject([{ outcome: { agentId: "ben", reason: "transferred", normalRouting: "most_room" } }]);
    expect(lines(planned({ agents: [fullAna], conversations: [transferred] }))).toEqual(["c1 in_line transferred"]);
  });

  test("knows no preference for the dedicated agent, now or in line, but they may be the next as any other", () => {
    const inLine = { ...transferred, state: "in_line", normalReason: "transferred" } as const;
    for (const conversation of [transferred, inLine]) {
      expect(lines(planned({ agents: [ana, ben], conversations: [conversation] }))).toEqual(["c1 → ben most_room"]);
      expect(lines(planned({ agents: [ana], conversations: [conversation] }))).toEqual(["c1 → ana most_room"]);
    }
  });

  test("goes to another than the one who passed it on, until they become available anew", () => {
    const refusals = [{ agentId: "ben", at: exampleNow - 1_000 }];
    const conversations = [{ ...transferred, refusals }];
    const benSince = (statusSince: number) => ({ ...ben, statusSince });
    expect(lines(planned({ agents: [ana, benSince(exampleNow - 1_000)], conversations }))).toEqual(["c1 → ana most_room"]);
    expect(lines(planned({ agents: [ana, benSince(exampleNow - 999)], conversations }))).toEqual(["c1 → ben most_room"]);
  });

  test("with a dedicated check, where the organization wants one, is decided as if just come in", () => {
    expect(lines(planned({ agents: [fullAna, ben], conversations: [exampleConversation()] }))).toEqual(["c1 waiting dedicated_at_capacity"]);
  });
});

describe("edge 19: old work is handed out only as room allows", () => {
  const nine = Array.from({ length: 9 }, (_, index) => index);

  test("to an agent who comes back", () => {
    const conversations = nine.map((at) => exampleInLine({ id: `c${at}`, enteredAt: at }));
    const decisions = planned({ agents: [exampleAgent({ id: "ben", load: 2 })], conversations });
    expect(lines(decisions)).toEqual(["c0 → ben most_room", "c1 → ben most_room", "c2 → ben most_room"]);
  });

  test("to one for whom they waited while away", () => {
    const conversations = nine.map((at) => exampleWaiting({ id: `c${at}`, waitBeganAt: at }));
    const decisions = planned({ agents: [exampleAgent({ load: 3 })], conversations, channels: absentMayWait });
    expect(lines(decisions)).toEqual(["c0 → ana dedicated_freed", "c1 → ana dedicated_freed"]);
  });
});
