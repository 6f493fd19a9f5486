import { describe, expect, test } from "vitest";

import { dedicatedGate, isPastDedicatedCheck } from "./dedicated-agent";
import { exampleAgent, exampleChannel, exampleConversation, exampleFacts, exampleInLine, exampleWaiting } from "./example-facts";
import type { DecisionFacts } from "./model";

const gate = (change: Partial<DecisionFacts>) => dedicatedGate(exampleFacts(change));
const full = exampleAgent({ load: 5 });
const absentMayWait = exampleChannel({ whenAgentAbsent: "wait" });

describe("who contends for their dedicated agent's room, before anybody asks how much there is", () => {
  test.each([
    ["available", exampleChannel()],
    ["busy", exampleChannel()],
    ["unavailable", absentMayWait],
    ["offline", absentMayWait],
  ] as const)("an agent who is %s", (status, channel) => {
    const dedicatedAgent = { ...full, status };
    expect(gate({ channel, dedicatedAgent })).toEqual({ kind: "contends", agent: dedicatedAgent });
    expect(gate({ channel, dedicatedAgent, conversation: exampleWaiting() })).toEqual({ kind: "contends", agent: dedicatedAgent });
  });
});

test("one is past the dedicated check in line, and once normal routing has offered it to somebody", () => {
  expect(isPastDedicatedCheck(exampleInLine())).toBe(true);
  expect(isPastDedicatedCheck(exampleInLine({ normalReason: null }))).toBe(true);
  expect(isPastDedicatedCheck(exampleInLine({ state: "pending" }))).toBe(true);
  expect(isPastDedicatedCheck(exampleConversation())).toBe(false);
  expect(isPastDedicatedCheck(exampleWaiting())).toBe(false);
});

// Where several reasons hold, the first of them is said (docs/decisions/0006).
test("the reasons in the order in which they are asked", () => {
  const everything: Partial<DecisionFacts> = {
    settings: { version: 1, dedicatedAgentEnabled: false },
    channel: exampleChannel({ isEnabled: false }),
    dedicatedAgent: exampleAgent({ isRoutable: false, status: "offline", capacity: 0 }),
  };
  const waited = exampleWaiting({ waitUntil: 0, dedicatedSkip: "transferred", dedicatedAgentId: null, refusals: [{ agentId: "ana", at: 0 }] });
  const { dedicatedSkip: _, ...asked } = waited;
  const linked = { ...asked, dedicatedAgentId: "ana" };
  const running = { ...linked, waitUntil: null };
  const { refusals: __, ...unrefused } = running;
  const on = { version: 1, dedicatedAgentEnabled: true };
  const reasons = [
    gate({ ...everything, conversation: { ...waited, normalReason: "dedicated_left" } }),
    gate({ ...everything, conversation: waited }),
    gate({ ...everything, conversation: asked }),
    gate({ ...everything, conversation: linked }),
    gate({ ...everything, settings: on, conversation: linked }),
    gate({ ...everything, settings: on, conversation: running }),
    gate({ ...everything, settings: on, conversation: running, dedicatedAgent: exampleAgent({ status: "offline", capacity: 0 }) }),
    gate({ ...everything, settings: on, conversation: unrefused, dedicatedAgent: exampleAgent({ status: "offline", capacity: 0 }) }),
    gate({ settings: on, conversation: unrefused, dedicatedAgent: exampleAgent({ status: "offline", capacity: 0 }) }),
    gate({ settings: on, conversation: unrefused, dedicatedAgent: exampleAgent({ status: "offline" }) }),
  ].map((step) => (step.kind === "normal" ? step.reason : step.kind));
  expect(reasons).toEqual([
    "dedicated_left",
    "transferred",
    "no_dedicated_agent",
    "feature_off",
    "dedicated_timed_out",
    "dedicated_inactive",
    "dedicated_declined",
    "channel_off",
    "dedicated_never_fits",
    "dedicated_left",
  ]);
});
