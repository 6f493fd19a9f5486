import fc from "fast-check";
import { expect, test } from "vitest";

import { exampleAgent, exampleInLine, exampleSnapshot } from "./example-facts";
import type { AgentFacts, QueueStrategy } from "./model";
import { plan } from "./plan";

const agents = fc.array(
  fc.record({ load: fc.nat(4), capacity: fc.nat(8), lastAssignedAt: fc.option(fc.nat(20)), isThere: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 60, size: "max" },
);
const weights = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 60, size: "max" });

test.each<QueueStrategy>(["most_room", "longest_idle"])(
  "%s: each takes the best of all agents, and its facts name the best three, however many were given before",
  { timeout: 60_000 },
  (strategy) => {
    fc.assert(fc.property(agents, weights, (drawn, weighing) => {
      const everybody = drawn.map(({ isThere, ...facts }, at) =>
        exampleAgent({ ...facts, id: `agent-${at}`, status: isThere > 0 ? "available" : "busy" }),
      );
      const snapshot = exampleSnapshot({
        agents: everybody,
        queues: [{ id: "support", strategy }],
        conversations: weighing.map((weight, at) =>
          exampleInLine({ id: `c${String(at).padStart(2, "0")}`, weight, dedicatedAgentId: null }),
        ),
      });

      const desks = everybody.filter((agent) => agent.status === "available").map(({ id, load, capacity, lastAssignedAt }) => ({ id, load, capacity, lastAssignedAt }));
      const expected = snapshot.conversations.flatMap(({ id, weight }) => {
        const best = desks.filter((desk) => desk.capacity - desk.load >= weight).sort(strategy === "most_room" ? byRoom : byIdleness);
        const [first] = best;
        if (!first) return [];
        const named = best.slice(0, 3).map((desk) => ({ id: desk.id, load: desk.load }));
        first.load += weight;
        first.lastAssignedAt = snapshot.now;
        return [{ id, to: first.id, named, availableCount: desks.length }];
      });

      const actual = plan(snapshot).map(({ conversationId, outcome, facts }) => ({
        id: conversationId,
        to: outcome.kind === "assigned" ? outcome.agentId : null,
        named: facts.normal.candidates.map((agent) => ({ id: agent.id, load: agent.load })),
        availableCount: facts.normal.availableCount,
      }));
      expect(actual).toEqual(expected);
    }));
  },
);

type Desk = Pick<AgentFacts, "id" | "load" | "capacity" | "lastAssignedAt">;

function byIdleness(a: Desk, b: Desk): number {
  return (a.lastAssignedAt ?? -1) - (b.lastAssignedAt ?? -1) || (a.id < b.id ? -1 : 1);
}

function byRoom(a: Desk, b: Desk): number {
  return b.capacity - b.load - (a.capacity - a.load) || byIdleness(a, b);
}
