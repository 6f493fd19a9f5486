import { expect, test } from "vitest";

import { exampleAgent, exampleBen, exampleConversation, exampleInLine, exampleNow, exampleWaiting } from "./example-facts";
import { assignedToBen, inLine, offeredTo, sentenceFor, type SentenceCase } from "./example-sentences";

const unlinked = exampleConversation({ dedicatedAgentId: null });
/** Normal routing had offered it, and nobody took it. */
const refused = exampleWaiting({ state: "pending", normalReason: "dedicated_timed_out", refusals: [{ agentId: "cat", at: exampleNow }] });
const accepting = { settings: { version: 1, dedicatedAgentEnabled: true, acceptTimeoutSeconds: 30 } };
const nobody = { strategy: "most_room", availableCount: 0, candidates: [] } as const;

const cases: SentenceCase[] = [
  {
    says: "Ana Lima (dedicated agent) had room (4 of 5): offered to Ana Lima. The offer stands for 30 s.",
    outcome: offeredTo("ana", "dedicated_available", null),
    change: accepting,
  },
  {
    says: "Ana Lima (dedicated agent) had room (4 of 5): offered to Ana Lima. Ana Lima doesn't serve its queue, which a dedicated agent need not. The offer stands for 30 s.",
    outcome: offeredTo("ana", "dedicated_available", null),
    change: { ...accepting, dedicatedAgentServesQueue: false },
  },
  {
    says: "Ana Lima (dedicated agent) has let it go. Offered to Ben Ode, who had the most room (1 of 5). The offer stands for 30 s.",
    outcome: offeredTo("ben", "dedicated_declined", "most_room"),
    conversation: exampleWaiting({ state: "pending", refusals: [{ agentId: "ana", at: exampleNow }] }),
    change: accepting,
  },
  {
    says: "Waited 5 min for Ana Lima (dedicated agent), until the time was up. Offered to Ben Ode, who had the most room (1 of 5). The offer stands for 30 s.",
    outcome: offeredTo("ben", "dedicated_timed_out", "most_room"),
    conversation: refused,
    change: accepting,
  },
  {
    says: "Ana Lima (dedicated agent) was offline. 1 min 5 s after it came in, offered to Ben Ode, who had the most room (1 of 5). The offer stands for 30 s.",
    outcome: offeredTo("ben", "dedicated_offline", "most_room"),
    conversation: exampleInLine({ enteredAt: exampleNow - 65_000 }),
    change: accepting,
  },
  {
    says: "Ana Lima (dedicated agent) was offline. Everybody available who serves this queue has let it go: in line.",
    outcome: inLine("dedicated_offline", "all_declined"),
    conversation: { ...refused, normalReason: "dedicated_offline" },
    change: { normal: { ...nobody, refusedCount: 1 } },
  },
  {
    says: "Ana Lima (dedicated agent) left while it waited for them. None of the 2 other available agents who serve this queue has room: in line.",
    outcome: inLine("dedicated_left", "all_at_capacity"),
    conversation: { ...refused, normalReason: "dedicated_left" },
    change: { normal: { ...nobody, availableCount: 2, refusedCount: 1 } },
  },
  {
    says: "Ana Lima (dedicated agent) had let it go before. Less than 1 s after it came in, assigned to Ben Ode, who had the most room (1 of 5).",
    outcome: assignedToBen("dedicated_declined"),
    conversation: exampleInLine({ normalReason: "dedicated_declined", enteredAt: exampleNow - 1 }),
  },
  {
    says: "Routed now by hand. Assigned to Ana Lima, the dedicated agent, who had room (4 of 5).",
    outcome: { kind: "assigned", agentId: "ana", reason: "routed_now", normalRouting: "dedicated_preferred" },
    conversation: exampleConversation({ dedicatedSkip: "routed_now" }),
    change: { normal: { ...nobody, availableCount: 2, candidates: [exampleBen, exampleAgent()] } },
  },
  {
    says: "No dedicated agent. Assigned to Ben Ode, who had gone longest without a new conversation.",
    outcome: assignedToBen("no_dedicated_agent", "longest_idle"),
    conversation: unlinked,
    change: { normal: nobody },
  },
  {
    says: "Transferred to this queue. Nobody who serves this queue is available: in line. In 2 min its overflow teams may take it too.",
    outcome: { kind: "in_line", reason: "transferred", normalRouting: "no_agent_available", overflowAt: exampleNow + 120_000 },
    conversation: exampleConversation({ dedicatedSkip: "transferred" }),
    change: { normal: { ...nobody, overflowAfterSeconds: 120 } },
  },
  {
    says: "Transferred to this queue. From now on its overflow teams may take it too. Nobody who serves this queue, overflow teams included, is available: in line.",
    outcome: { kind: "in_line", reason: "transferred", normalRouting: "no_agent_available", overflowAt: exampleNow, isOverflowed: true },
    conversation: exampleInLine({ dedicatedSkip: "transferred", normalReason: "transferred", overflowAt: exampleNow }),
    change: { normal: { ...nobody, overflowAfterSeconds: 120, isOverflow: true } },
  },
  {
    says: "Transferred to this queue. Everybody available who serves this queue, overflow teams included, has let it go: in line.",
    outcome: { kind: "in_line", reason: "transferred", normalRouting: "all_declined", overflowAt: exampleNow - 1, isOverflowed: true },
    conversation: exampleConversation({ dedicatedSkip: "transferred", normalReason: "transferred", overflowAt: exampleNow - 1, isOverflowed: true }),
    change: { normal: { ...nobody, refusedCount: 2, overflowAfterSeconds: 120, isOverflow: true } },
  },
  {
    says: "No dedicated agent. From now on its overflow teams may take it too. The one other available agent who serves this queue, overflow teams included, has no room: in line.",
    outcome: { kind: "in_line", reason: "no_dedicated_agent", normalRouting: "all_at_capacity", isOverflowed: true },
    conversation: unlinked,
    change: { normal: { ...nobody, availableCount: 1, refusedCount: 1, isOverflow: true } },
  },
  {
    says: "No dedicated agent. 2 min after it came in, assigned to Ben Ode, who had the most room (1 of 5), overflow teams included.",
    outcome: assignedToBen("no_dedicated_agent"),
    conversation: exampleInLine({ dedicatedAgentId: null, normalReason: null, enteredAt: exampleNow - 120_000, overflowAt: exampleNow }),
    change: { normal: { ...nobody, availableCount: 1, candidates: [exampleBen], isOverflow: true } },
  },
  {
    says: "No dedicated agent. Assigned to Ben Ode, who had gone longest without a new conversation (1 h), overflow teams included.",
    outcome: assignedToBen("no_dedicated_agent", "longest_idle"),
    conversation: unlinked,
    change: { normal: { ...nobody, strategy: "longest_idle", candidates: [{ ...exampleBen, lastAssignedAt: exampleNow - 3_600_000 }], isOverflow: true } },
  },
];

test.each(cases)("$says", ({ says, ...decision }) => expect(sentenceFor(decision)).toBe(says));
