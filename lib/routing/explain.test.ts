import { describe, expect, test } from "vitest";

import { durationInWords } from "./duration-in-words";
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
import { explain } from "./explain";
import type { HandFacts, LogEntry } from "./log-entry";
import type { AgentFacts, ConversationFacts, DecisionFacts, Outcome } from "./model";
import { handCodes, normalRoutingCodes, type ReasonCode, reasonCodes } from "./reasons";

const names = new Map([["ana", "Ana Lima"], ["ben", "Ben Ode"]]);
const nameOf = (agentId: string): string => names.get(agentId) ?? `Former agent ${agentId}`;

function sentenceFor(outcome: Outcome, change: Partial<DecisionFacts> = {}): string {
  const facts = exampleFacts({ normal: { strategy: "most_room", availableCount: 3, candidates: [exampleBen] }, ...change });
  return explain({ by: "router", at: exampleNow, outcome, facts }, nameOf);
}

const assignedToAna = (reason: ReasonCode): Outcome => ({ kind: "assigned", agentId: "ana", reason, normalRouting: null });
const toBen = (reason: ReasonCode): Outcome => ({ kind: "assigned", agentId: "ben", reason, normalRouting: "most_room" });
const inLine = (reason: ReasonCode, normalRouting: "no_agent_available" | "all_at_capacity" = "no_agent_available"): Outcome => ({ kind: "in_line", reason, normalRouting });
const waits = (reason: ReasonCode, forMs = 300_000): Outcome => ({ kind: "waiting", agentId: "ana", began: exampleNow, until: exampleNow + forMs, reason });

const full = exampleAgent({ load: 5 });
const unlinked = exampleConversation({ dedicatedAgentId: null });

interface Case {
  readonly says: string;
  readonly outcome: Outcome;
  readonly conversation?: ConversationFacts;
  readonly dedicatedAgent?: AgentFacts | null;
  readonly change?: Partial<DecisionFacts>;
}

const cases: Case[] = [
  { says: "Ana Lima (dedicated agent) had room (4 of 5): assigned to Ana Lima.", outcome: assignedToAna("dedicated_available") },
  {
    says: "Ana Lima (dedicated agent) had room (4 of 5): assigned to Ana Lima. Ana Lima doesn't serve its queue, which a dedicated agent need not.",
    outcome: assignedToAna("dedicated_available"),
    change: { dedicatedAgentServesQueue: false },
  },
  {
    says: "Had waited 3 min already. Ana Lima (dedicated agent) had room (4 of 5): assigned to Ana Lima.",
    outcome: assignedToAna("dedicated_available"),
    conversation: exampleWaiting({ state: "pending" }),
  },
  {
    says: "Ana Lima (dedicated agent) was at capacity, 5 of 5. Waited 3 min 12 s, then Ana Lima had room: assigned to Ana Lima.",
    outcome: assignedToAna("dedicated_freed"),
    conversation: exampleWaiting({ waitBeganAt: exampleNow - 192_000 }),
  },
  {
    says: "Ana Lima (dedicated agent) had no room. Waited 3 min, then Ana Lima had room: assigned to Ana Lima.",
    outcome: assignedToAna("dedicated_freed"),
    conversation: exampleWaiting(),
    dedicatedAgent: exampleAgent({ load: 2 }),
  },
  {
    says: "Ana Lima (dedicated agent) was away or had no room. Waited 3 min, then Ana Lima had room: assigned to Ana Lima.",
    outcome: assignedToAna("dedicated_freed"),
    conversation: exampleWaiting(),
    change: { channel: exampleChannel({ whenAgentAbsent: "wait" }) },
  },
  {
    says: "Ana Lima (dedicated agent) is at capacity, 5 of 5. Waits for Ana Lima up to 5 min.",
    outcome: waits("dedicated_at_capacity"),
    dedicatedAgent: full,
  },
  {
    says: "Had waited 3 min already. Ana Lima (dedicated agent) is at capacity, 5 of 5. Waits for Ana Lima up to 2 min.",
    outcome: waits("dedicated_at_capacity", 120_000),
    conversation: exampleWaiting({ state: "pending" }),
    dedicatedAgent: full,
  },
  {
    says: "Ana Lima (dedicated agent) is busy. Waits for Ana Lima up to 5 min.",
    outcome: waits("dedicated_at_capacity"),
    dedicatedAgent: exampleAgent({ status: "busy", load: 2 }),
  },
  {
    says: "Ana Lima (dedicated agent) is at 4 of 5, and it takes 2. Waits for Ana Lima up to 5 min.",
    outcome: waits("dedicated_at_capacity"),
    conversation: exampleConversation({ weight: 2 }),
  },
  {
    says: "The room of Ana Lima (dedicated agent) is held for a larger conversation that was passed over. Waits for Ana Lima up to 5 min.",
    outcome: waits("dedicated_at_capacity"),
    change: { heldForConversationId: "c0" },
  },
  {
    says: "Ana Lima (dedicated agent) is offline. Waits for Ana Lima up to 5 min.",
    outcome: waits("dedicated_offline"),
    dedicatedAgent: exampleAgent({ status: "offline" }),
  },
  { says: "No dedicated agent. Assigned to Ben Ode, who had the most room (1 of 5).", outcome: toBen("no_dedicated_agent"), conversation: unlinked },
  {
    says: "No dedicated agent. Assigned to Ben Ode, who had gone longest without a new conversation (none yet).",
    outcome: { kind: "assigned", agentId: "ben", reason: "no_dedicated_agent", normalRouting: "longest_idle" },
    conversation: unlinked,
  },
  {
    says: "Ana Lima (dedicated agent) is offline. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_offline"),
    dedicatedAgent: exampleAgent({ status: "offline" }),
  },
  {
    says: "Ana Lima (dedicated agent) is unavailable. None of the 3 available agents who serve this queue has room: in line.",
    outcome: inLine("dedicated_unavailable", "all_at_capacity"),
  },
  {
    says: "Ana Lima (dedicated agent) was offline. 1 min 5 s after it came in, assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("dedicated_offline"),
    conversation: exampleInLine({ enteredAt: exampleNow - 65_000 }),
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("dedicated_timed_out"),
    conversation: exampleWaiting({ waitBeganAt: exampleNow - 300_000, waitUntil: exampleNow }),
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. 7 min after it came in, assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("dedicated_timed_out"),
    conversation: exampleInLine({ enteredAt: exampleNow - 420_000, waitBeganAt: exampleNow - 420_000, waitUntil: exampleNow - 120_000 }),
  },
  {
    says: "Had waited 5 min already. Ana Lima (dedicated agent) had no room: the time was up. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_timed_out"),
    conversation: exampleWaiting({ state: "pending", waitBeganAt: exampleNow - 300_000 }),
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. Assigned to Ana Lima, the dedicated agent, who had room (4 of 5).",
    outcome: { kind: "assigned", agentId: "ana", reason: "dedicated_timed_out", normalRouting: "dedicated_preferred" },
    conversation: exampleWaiting({ waitBeganAt: exampleNow - 300_000, waitUntil: exampleNow }),
    change: { normal: { strategy: "most_room", availableCount: 1, candidates: [exampleAgent()] } },
  },
  {
    says: "Waited 3 min for Ana Lima (dedicated agent), who then went offline. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("dedicated_left"),
    conversation: exampleWaiting(),
    dedicatedAgent: exampleAgent({ status: "offline" }),
  },
  {
    says: "Waited 3 min for Ana Lima (dedicated agent). Routed now by hand. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("routed_now"),
    conversation: exampleWaiting({ dedicatedSkip: "routed_now" }),
  },
  {
    says: "Waited 3 min for the former dedicated agent. The link was removed. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: toBen("no_dedicated_agent"),
    conversation: exampleWaiting({ dedicatedAgentId: null }),
    dedicatedAgent: null,
  },
  { says: "Dedicated agents were switched off. Assigned to Ben Ode, who had the most room (1 of 5).", outcome: toBen("feature_off") },
  { says: "This channel is switched off. Nobody who serves this queue is available: in line.", outcome: inLine("channel_off") },
  {
    says: "Former agent gone (dedicated agent) cannot be given conversations. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_inactive"),
    conversation: exampleConversation({ dedicatedAgentId: "gone" }),
    dedicatedAgent: null,
  },
  {
    says: "Ana Lima (dedicated agent) can never have room: it takes 6 of a capacity of 5. The one available agent who serves this queue has no room for this conversation, which takes 6: in line.",
    outcome: inLine("dedicated_never_fits", "all_at_capacity"),
    conversation: exampleConversation({ weight: 6 }),
    change: { normal: { strategy: "most_room", availableCount: 1, candidates: [] } },
  },
];

test.each(cases)("$says", ({ says, outcome, conversation, dedicatedAgent, change }) => {
  const facts = { ...(conversation && { conversation }), ...(dedicatedAgent !== undefined && { dedicatedAgent }), ...change };
  expect(sentenceFor(outcome, facts)).toBe(says);
});

describe("every entry that can be stored has its sentences", () => {
  const outcomes = (reason: ReasonCode): Outcome[] => [
    assignedToAna(reason),
    waits(reason),
    ...normalRoutingCodes.map((normalRouting): Outcome => ({ kind: "assigned", agentId: "ben", reason, normalRouting })),
    ...normalRoutingCodes.map((normalRouting): Outcome => ({ kind: "in_line", reason, normalRouting })),
  ];
  const conversations = [exampleConversation(), exampleWaiting(), exampleWaiting({ state: "pending" }), exampleInLine(), unlinked];

  test.each(reasonCodes)("%s with every outcome, in every state, with and without the agent", (reason) => {
    for (const outcome of outcomes(reason)) {
      for (const conversation of conversations) {
        for (const dedicatedAgent of [exampleAgent(), null]) {
          const text = sentenceFor(outcome, { conversation, dedicatedAgent });
          expect(text).toMatch(/^[A-Z0-9].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|Infinity|\s\s|\.\./);
        }
      }
    }
  });
});

describe("what was done by hand", () => {
  const mia: HandFacts = {
    now: exampleNow,
    actor: { kind: "user", name: "Mia Sol" },
    previousAgentId: null,
    loadAfter: null,
    capacity: null,
    snoozedUntil: null,
    fromCustomerName: null,
    toCustomerName: null,
  };
  const byHand = (code: (typeof handCodes)[number], agentId: string | null, change: Partial<HandFacts> = {}): string => {
    const entry: LogEntry = { by: "hand", at: exampleNow, code, agentId, facts: { ...mia, ...change } };
    return explain(entry, nameOf);
  };

  test.each<[string, string]>([
    ["Mia Sol assigned it to Ana Lima, from Ben Ode (6 of 5, over capacity).", byHand("assigned_by_hand", "ana", { previousAgentId: "ben", loadAfter: 6, capacity: 5 })],
    ["Mia Sol assigned it to Ana Lima (5 of 5).", byHand("assigned_by_hand", "ana", { loadAfter: 5, capacity: 5 })],
    ["Mia Sol took it off Ben Ode.", byHand("unassigned_by_hand", null, { previousAgentId: "ben" })],
    ["Mia Sol pressed Route now.", byHand("route_now_pressed", null)],
    ["The API key CRM made Ana Lima the dedicated agent, instead of Ben Ode.", byHand("link_changed", "ana", { previousAgentId: "ben", actor: { kind: "api_key", name: "CRM" } })],
    ["Mia Sol removed Ben Ode as the dedicated agent.", byHand("link_changed", null, { previousAgentId: "ben" })],
    ["Mia Sol opened it: assigned to Ana Lima (1 of 5).", byHand("opened_by_agent", "ana", { loadAfter: 1, capacity: 5 })],
    ["Mia Sol snoozed it for 2 h.", byHand("snoozed", null, { snoozedUntil: exampleNow + 7_200_000 })],
    ["The snooze ended; it stays with Ana Lima.", byHand("woke", "ana", { actor: { kind: "clock", name: null } })],
    ["Mia Sol marked it done.", byHand("done", null)],
    ["The customer reopened it.", byHand("reopened", null, { actor: { kind: "customer", name: null } })],
    ["Mia Sol moved it from Jo's timeline to Kim's timeline; it stays with Ana Lima.", byHand("moved", "ana", { fromCustomerName: "Jo", toCustomerName: "Kim" })],
  ])("%s", (expected, text) => expect(text).toBe(expected));

  test.each(handCodes)("%s by anybody, with and without an agent", (code) => {
    for (const kind of ["user", "api_key", "customer", "clock"] as const) {
      for (const agentId of ["ana", null]) {
        const text = byHand(code, agentId, { actor: { kind, name: null } });
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|\s\s/);
      }
    }
  });
});

test.each([
  [-5, "0 s"],
  [0, "0 s"],
  [1, "less than 1 s"],
  [5_000, "5 s"],
  [59_600, "1 min"],
  [60_000, "1 min"],
  [192_000, "3 min 12 s"],
  [3_600_000, "1 h"],
  [3_605_000, "1 h"],
  [7_380_000, "2 h 3 min"],
  [187_200_000, "2 d 4 h"],
])("%i ms in words: %s", (ms, words) => expect(durationInWords(ms)).toBe(words));
