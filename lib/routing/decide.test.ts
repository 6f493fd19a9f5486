import { describe, expect, test } from "vitest";

import { decide } from "./decide";
import {
  exampleAgent,
  exampleBen,
  exampleChannel,
  exampleConversation,
  exampleFacts,
  exampleInLine,
  exampleNow,
  exampleWaiting,
} from "./example-facts";
import type { AgentFacts, DecisionFacts, WhenAgentAbsent } from "./model";
import type { ReasonCode } from "./reasons";

const normal = { strategy: "most_room", availableCount: 1, candidates: [exampleBen] } as const;
const full = exampleAgent({ load: 5 });
const free = exampleAgent({ load: 4 });
const began = exampleNow - 180_000;
const until = exampleNow + 120_000;

const toBen = (reason: ReasonCode) => ({ kind: "assigned", agentId: "ben", reason, normalRouting: "most_room" });
const toAna = (reason: ReasonCode) => ({ kind: "assigned", agentId: "ana", reason, normalRouting: null });
const freshWait = (reason: ReasonCode) => ({
  kind: "waiting",
  agentId: "ana",
  began: exampleNow,
  until: exampleNow + 300_000,
  reason,
});
const runningWait = (reason: ReasonCode) => ({ kind: "waiting", agentId: "ana", began, until, reason });

function factsWith(change: Partial<DecisionFacts>): DecisionFacts {
  return exampleFacts({ normal, ...change });
}

describe.each<WhenAgentAbsent>(["route", "wait"])("when absent agents mean: %s", (whenAgentAbsent) => {
  const channel = exampleChannel({ whenAgentAbsent });
  const waits = whenAgentAbsent === "wait";

  interface Row {
    readonly is: string;
    readonly agent: AgentFacts;
    readonly first: object;
    readonly whileWaiting: object;
  }
  const rows: Row[] = [
    { is: "available with room", agent: free, first: toAna("dedicated_available"), whileWaiting: toAna("dedicated_freed") },
    { is: "available without room", agent: full, first: freshWait("dedicated_at_capacity"), whileWaiting: runningWait("dedicated_at_capacity") },
    { is: "over capacity by hand", agent: exampleAgent({ load: 9 }), first: freshWait("dedicated_at_capacity"), whileWaiting: runningWait("dedicated_at_capacity") },
    { is: "busy, which counts as no room", agent: exampleAgent({ status: "busy", load: 0 }), first: freshWait("dedicated_at_capacity"), whileWaiting: runningWait("dedicated_at_capacity") },
    {
      is: "unavailable",
      agent: exampleAgent({ status: "unavailable", load: 0 }),
      first: waits ? freshWait("dedicated_unavailable") : toBen("dedicated_unavailable"),
      whileWaiting: waits ? runningWait("dedicated_unavailable") : toBen("dedicated_left"),
    },
    {
      is: "offline",
      agent: exampleAgent({ status: "offline", load: 0 }),
      first: waits ? freshWait("dedicated_offline") : toBen("dedicated_offline"),
      whileWaiting: waits ? runningWait("dedicated_offline") : toBen("dedicated_left"),
    },
  ];

  test.each(rows)("a new conversation whose dedicated agent is $is", ({ agent, first }) => {
    expect(decide(factsWith({ channel, dedicatedAgent: agent }))).toEqual(first);
  });

  test.each(rows)("a waiting conversation whose dedicated agent is $is", ({ agent, whileWaiting }) => {
    expect(decide(factsWith({ channel, dedicatedAgent: agent, conversation: exampleWaiting() }))).toEqual(whileWaiting);
  });

  test.each(rows)("edge 6: a wait that has passed goes to normal routing though the agent is $is", ({ agent }) => {
    const conversation = exampleWaiting({ waitUntil: exampleNow });
    expect(decide(factsWith({ channel, dedicatedAgent: agent, conversation }))).toEqual(toBen("dedicated_timed_out"));
  });

  const withoutWait: { is: string; change: Partial<DecisionFacts>; reason: ReasonCode }[] = [
    {
      is: "no dedicated agent is linked",
      change: { conversation: exampleConversation({ dedicatedAgentId: null }), dedicatedAgent: null },
      reason: "no_dedicated_agent",
    },
    { is: "the feature is off", change: { settings: { version: 2, dedicatedAgentEnabled: false } }, reason: "feature_off" },
    {
      is: "the channel is off",
      change: { channel: exampleChannel({ whenAgentAbsent, isEnabled: false }) },
      reason: "channel_off",
    },
    {
      is: "the agent may not be routed conversations (edge 2)",
      change: { dedicatedAgent: exampleAgent({ isRoutable: false }) },
      reason: "dedicated_inactive",
    },
    { is: "the agent is gone (edge 2)", change: { dedicatedAgent: null }, reason: "dedicated_inactive" },
    {
      is: "the agent's whole capacity is too small (edge 1)",
      change: { dedicatedAgent: exampleAgent({ load: 0, capacity: 0 }) },
      reason: "dedicated_never_fits",
    },
  ];

  test.each(withoutWait)("nobody is waited for when $is", ({ change, reason }) => {
    expect(decide(factsWith({ channel, dedicatedAgent: full, ...change }))).toEqual(toBen(reason));
  });

  test.each(withoutWait.filter((row) => row.change.conversation === undefined))(
    "edge 4: a running wait ends at once when $is",
    ({ change, reason }) => {
      const facts = { channel, dedicatedAgent: full, conversation: exampleWaiting(), ...change };
      expect(decide(factsWith(facts))).toEqual(toBen(reason));
    },
  );
});

test("edge 4: a running wait ends at once when its link is removed", () => {
  const conversation = exampleWaiting({ dedicatedAgentId: null });
  expect(decide(factsWith({ conversation, dedicatedAgent: null }))).toEqual(toBen("no_dedicated_agent"));
});

test("edge 10: Route now ends the wait, and asks no dedicated agent again", () => {
  const conversation = exampleWaiting({ dedicatedSkip: "routed_now" });
  expect(decide(factsWith({ conversation, dedicatedAgent: full }))).toEqual(toBen("routed_now"));
});

test("edge 6: a wait lasts until the last millisecond before its end", () => {
  const conversation = exampleWaiting({ waitUntil: exampleNow + 1 });
  expect(decide(factsWith({ conversation, dedicatedAgent: free }))).toEqual(toAna("dedicated_freed"));
});

test("edge 4: a timeout edited meanwhile leaves a running wait its end", () => {
  for (const timeoutSeconds of [5, 3600]) {
    const facts = { channel: exampleChannel({ timeoutSeconds }), conversation: exampleWaiting(), dedicatedAgent: full };
    expect(decide(factsWith(facts))).toEqual(runningWait("dedicated_at_capacity"));
  }
});

describe("edge 4: after the link was changed, the first wait's clock goes on", () => {
  const relinked = (waitUntil: number) => exampleWaiting({ state: "pending", waitUntil });

  test("the new agent has room: they get it, even if the wait has passed", () => {
    for (const waitUntil of [until, exampleNow]) {
      const facts = factsWith({ conversation: relinked(waitUntil), dedicatedAgent: free });
      expect(decide(facts)).toEqual(toAna("dedicated_available"));
    }
  });

  test("the new agent is full: it waits what was left", () => {
    const facts = factsWith({ conversation: relinked(until), dedicatedAgent: full });
    expect(decide(facts)).toEqual(runningWait("dedicated_at_capacity"));
  });

  test("the new agent is full and nothing was left: normal routing", () => {
    const facts = factsWith({ conversation: relinked(exampleNow), dedicatedAgent: full });
    expect(decide(facts)).toEqual(toBen("dedicated_timed_out"));
  });
});

test("edge 8: room that is held for another is no room", () => {
  const facts = factsWith({ dedicatedAgent: free, heldForConversationId: "c0" });
  expect(decide(facts)).toEqual(freshWait("dedicated_at_capacity"));
});

test("room is measured in weight, not in free slots", () => {
  const dedicatedAgent = exampleAgent({ load: 3, capacity: 5 });
  const weighing = (weight: number) => decide(factsWith({ dedicatedAgent, conversation: exampleConversation({ weight }) }));
  expect(weighing(2)).toEqual(toAna("dedicated_available"));
  expect(weighing(3)).toEqual(freshWait("dedicated_at_capacity"));
  expect(weighing(6)).toMatchObject({ kind: "in_line", reason: "dedicated_never_fits" });
});

describe("in line", () => {
  test("it is not asked again whom it was dedicated to, and keeps its reason", () => {
    expect(decide(factsWith({ conversation: exampleInLine(), dedicatedAgent: free }))).toEqual(toBen("dedicated_offline"));
  });

  test("without a known reason there was no dedicated agent", () => {
    const conversation = exampleInLine({ normalReason: null });
    expect(decide(factsWith({ conversation, dedicatedAgent: free }))).toEqual(toBen("no_dedicated_agent"));
  });
});

describe("normal routing", () => {
  const conversation = exampleInLine();
  const cat: AgentFacts = { ...exampleBen, id: "cat", load: 2, lastAssignedAt: null };
  const ben: AgentFacts = { ...exampleBen, lastAssignedAt: exampleNow - 5_000 };
  const ana = exampleAgent({ load: 4 });
  const route = (candidates: readonly AgentFacts[], change: Partial<DecisionFacts> = {}) =>
    decide(exampleFacts({ conversation, normal: { strategy: "most_room", availableCount: 9, candidates }, ...change }));

  test("most room first, whatever the order of the candidates", () => {
    const outcome = { kind: "assigned", agentId: "ben", reason: "dedicated_offline", normalRouting: "most_room" };
    expect(route([cat, ben])).toEqual(outcome);
    expect(route([ben, cat])).toEqual(outcome);
  });

  test("longest idle first", () => {
    const idle = { strategy: "longest_idle", availableCount: 2, candidates: [ben, cat] } as const;
    expect(route([], { normal: idle })).toMatchObject({ agentId: "cat", normalRouting: "longest_idle" });
  });

  test("edge 7: the dedicated agent first, if among those with room", () => {
    expect(route([ben, cat, ana])).toMatchObject({ agentId: "ana", normalRouting: "dedicated_preferred" });
    const timedOut = exampleWaiting({ waitUntil: exampleNow });
    expect(route([ben, ana], { conversation: timedOut })).toEqual({
      kind: "assigned",
      agentId: "ana",
      reason: "dedicated_timed_out",
      normalRouting: "dedicated_preferred",
    });
  });

  test("the dedicated agent is as any other while the feature is off", () => {
    const settings = { version: 2, dedicatedAgentEnabled: false };
    expect(route([ben, cat, ana], { settings })).toMatchObject({ agentId: "ben", normalRouting: "most_room" });
  });

  test("nobody available, or nobody with room: in line, and which of the two is said", () => {
    const none = { strategy: "most_room", availableCount: 0, candidates: [] } as const;
    expect(route([], { normal: none })).toEqual({ kind: "in_line", reason: "dedicated_offline", normalRouting: "no_agent_available" });
    expect(route([])).toEqual({ kind: "in_line", reason: "dedicated_offline", normalRouting: "all_at_capacity" });
  });

  test("a candidate without room gets nothing (§4.1)", () => {
    expect(route([{ ...ben, load: 5 }])).toMatchObject({ kind: "in_line" });
  });
});
