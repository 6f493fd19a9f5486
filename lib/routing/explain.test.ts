import { describe, expect, test } from "vitest";

import { exampleAgent, exampleChannel, exampleConversation, exampleInLine, exampleNow, exampleWaiting } from "./example-facts";
import { assignedToAna, assignedToBen, inLine, offeredTo, sentenceFor, type SentenceCase, waitsForAna } from "./example-sentences";
import type { Outcome } from "./model";
import { normalRoutingCodes, type ReasonCode, reasonCodes } from "./reasons";

const full = exampleAgent({ load: 5 });
const unlinked = exampleConversation({ dedicatedAgentId: null });

const cases: SentenceCase[] = [
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
    outcome: waitsForAna("dedicated_at_capacity"),
    dedicatedAgent: full,
  },
  {
    says: "Had waited 3 min already. Ana Lima (dedicated agent) is at capacity, 5 of 5. Waits for Ana Lima up to 2 min.",
    outcome: waitsForAna("dedicated_at_capacity", 120_000),
    conversation: exampleWaiting({ state: "pending" }),
    dedicatedAgent: full,
  },
  {
    says: "Ana Lima (dedicated agent) is busy. Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_at_capacity"),
    dedicatedAgent: exampleAgent({ status: "busy", load: 2 }),
  },
  {
    says: "Ana Lima (dedicated agent) is at 4 of 5, and it takes 2. Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_at_capacity"),
    conversation: exampleConversation({ weight: 2 }),
  },
  {
    says: "The room of Ana Lima (dedicated agent) is held for a larger conversation that was passed over. Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_at_capacity"),
    change: { heldForConversationId: "c0" },
  },
  {
    says: "Ana Lima (dedicated agent) is offline. Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_offline"),
    dedicatedAgent: exampleAgent({ status: "offline" }),
  },
  { says: "No dedicated agent. Assigned to Ben Ode, who had the most room (1 of 5).", outcome: assignedToBen("no_dedicated_agent"), conversation: unlinked },
  {
    says: "No dedicated agent. Assigned to Ben Ode, who had gone longest without a new conversation (none yet).",
    outcome: assignedToBen("no_dedicated_agent", "longest_idle"),
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
    outcome: assignedToBen("dedicated_offline"),
    conversation: exampleInLine({ enteredAt: exampleNow - 65_000 }),
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("dedicated_timed_out"),
    conversation: exampleWaiting({ waitBeganAt: exampleNow - 300_000, waitUntil: exampleNow }),
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. 7 min after it came in, assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("dedicated_timed_out"),
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
    outcome: assignedToBen("dedicated_left"),
    conversation: exampleWaiting(),
    dedicatedAgent: exampleAgent({ status: "offline" }),
  },
  {
    says: "Waited 3 min for Ana Lima (dedicated agent). Routed now by hand. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("routed_now"),
    conversation: exampleWaiting({ dedicatedSkip: "routed_now" }),
  },
  {
    says: "Had waited 3 min already. The link was removed. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("no_dedicated_agent"),
    conversation: exampleWaiting({ state: "pending", dedicatedAgentId: null }),
    dedicatedAgent: null,
  },
  {
    says: "Waited 3 min for the former dedicated agent. The link was removed. Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("no_dedicated_agent"),
    conversation: exampleWaiting({ dedicatedAgentId: null }),
    dedicatedAgent: null,
  },
  { says: "Dedicated agents were switched off. Assigned to Ben Ode, who had the most room (1 of 5).", outcome: assignedToBen("feature_off") },
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
  {
    says: "Ana Lima (dedicated agent) could never have had room: it takes 2. 1 s after it came in, assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("dedicated_never_fits"),
    conversation: exampleInLine({ weight: 2, normalReason: "dedicated_never_fits" }),
  },
  ...(["unavailable", "offline"] as const).map((status) => ({
    says: `Ana Lima (dedicated agent) was ${status}. 1 s after it came in, assigned to Ben Ode, who had the most room (1 of 5).`,
    outcome: assignedToBen(`dedicated_${status}`),
    conversation: exampleInLine({ normalReason: `dedicated_${status}` }),
    dedicatedAgent: exampleAgent({ customStatus: "Back from lunch" }),
  })),
  {
    says: "Ana Lima (dedicated agent) is busy (On a call). Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_at_capacity"),
    dedicatedAgent: exampleAgent({ status: "busy", customStatus: "On a call" }),
  },
  {
    says: "Ana Lima (dedicated agent) is unavailable (Lunch). Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_unavailable"),
    dedicatedAgent: exampleAgent({ status: "unavailable", customStatus: "Lunch" }),
  },
  {
    says: "Ana Lima (dedicated agent) is offline (Gone home). Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_offline"),
    dedicatedAgent: exampleAgent({ status: "offline", customStatus: "Gone home" }),
  },
  {
    says: "Waited 3 min for Ana Lima (dedicated agent), who then became unavailable (Lunch). Assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("dedicated_left"),
    conversation: exampleWaiting(),
    dedicatedAgent: exampleAgent({ status: "unavailable", customStatus: "Lunch" }),
  },
  {
    says: "Ana Lima (dedicated agent) is at capacity, 5 of 5. Waits for Ana Lima up to 5 min.",
    outcome: waitsForAna("dedicated_at_capacity"),
    dedicatedAgent: full,
    change: { heldForConversationId: "c0" },
  },
  {
    says: "Ana Lima (dedicated agent) had no room. Waited 3 min, then Ana Lima had room: offered to Ana Lima. The offer stands for 30 s.",
    outcome: offeredTo("ana", "dedicated_freed", null),
    conversation: exampleWaiting({ weight: 2 }),
    dedicatedAgent: exampleAgent({ load: 3 }),
  },
];

test.each(cases)("$says", ({ says, ...decision }) => expect(sentenceFor(decision)).toBe(says));

// No decision is stored so; yet what is read from a log should never be nonsense.
const lacking: SentenceCase[] = [
  { says: "Ana Lima (dedicated agent) had room: assigned to Ana Lima.", outcome: assignedToAna("dedicated_available"), dedicatedAgent: null },
  {
    says: "Ana Lima (dedicated agent) had no room. Waited, then Ana Lima had room: assigned to Ana Lima.",
    outcome: assignedToAna("dedicated_freed"),
    conversation: exampleWaiting({ waitBeganAt: null }),
    dedicatedAgent: null,
  },
  {
    says: "Waited for Ana Lima (dedicated agent), until the time was up. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_timed_out"),
    conversation: exampleInLine({ normalReason: "dedicated_timed_out", waitBeganAt: exampleNow - 1 }),
  },
  {
    says: "Waited for Ana Lima (dedicated agent), until the time was up. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_timed_out"),
    conversation: exampleInLine({ normalReason: "dedicated_timed_out", waitUntil: exampleNow }),
  },
  {
    says: "Ana Lima (dedicated agent) can never have room: it takes 1. Nobody who serves this queue is available: in line.",
    outcome: inLine("dedicated_never_fits"),
    dedicatedAgent: null,
  },
  { says: "Ana Lima (dedicated agent) is at capacity. Waits for Ana Lima up to 5 min.", outcome: waitsForAna("dedicated_at_capacity"), dedicatedAgent: null },
];

test.each(lacking)("even of facts that lack something: $says", ({ says, ...decision }) => expect(sentenceFor(decision)).toBe(says));

describe("every entry that can be stored has its sentences", () => {
  const outcomes = (reason: ReasonCode): Outcome[] => [
    assignedToAna(reason),
    waitsForAna(reason),
    offeredTo("ana", reason, null),
    ...normalRoutingCodes.flatMap((code): Outcome[] => [
      assignedToBen(reason, code),
      offeredTo("ben", reason, code),
      inLine(reason, code),
      { kind: "in_line", reason, normalRouting: code, overflowAt: exampleNow, isOverflowed: true },
    ]),
  ];
  const refused = exampleWaiting({ state: "pending", normalReason: "dedicated_timed_out" });
  const linked = [exampleConversation(), exampleWaiting(), exampleWaiting({ state: "pending" }), exampleInLine(), refused];

  test.each(reasonCodes)("%s with every outcome, in every state, with and without the agent", (reason) => {
    const conversations = reason.startsWith("dedicated") ? linked : [...linked, unlinked];
    for (const outcome of outcomes(reason)) {
      for (const conversation of conversations) {
        for (const dedicatedAgent of [exampleAgent(), null]) {
          const text = sentenceFor({ outcome, conversation, dedicatedAgent });
          expect(text).toMatch(/^[A-Z0-9].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|Infinity|\s\s|\.\./);
        }
      }
    }
  });
});
