import fc from "fast-check";
import { expect, test } from "vitest";

import { advance } from "../routing/advance";
import type { ConversationFacts, QueueStrategy, RoutableAgent, Snapshot, WhenAgentAbsent } from "../routing/model";
import { plan } from "../routing/plan";
import type { ReasonCode } from "../routing/reasons";
import { cell, type Day, emptyArrivals } from "./day";
import { simulate } from "./simulate";

interface Story {
  readonly capacities: readonly number[];
  readonly conversations: readonly { arrive: number; handle: number; weight: number; dedicated: number }[];
  readonly shifts: readonly { agent: number; online: number; length: number }[];
  readonly strategy: QueueStrategy;
  readonly whenAgentAbsent: WhenAgentAbsent;
  readonly timeoutSeconds: number;
}

const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const second = fc.nat(400);
const story: fc.Arbitrary<Story> = fc.record({
  capacities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
  conversations: fc.array(
    fc.record({ arrive: second, handle: fc.nat(90), weight: fc.integer({ min: 1, max: 3 }), dedicated: fc.integer({ min: -3, max: 5 }) }),
    { maxLength: 80, size: "max" },
  ),
  shifts: fc.array(fc.record({ agent: fc.nat(5), online: fc.nat(200), length: fc.nat(300) }), { maxLength: 12, size: "max" }),
  strategy: fc.constantFrom("most_room", "longest_idle"),
  whenAgentAbsent: fc.constantFrom("route", "wait"),
  timeoutSeconds: fc.constantFrom(5, 60, 150),
});

test("passes over the frontier decide as passes over everything do", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(story, (each) => {
      const day = dayOf(each);
      const result = simulate(day, each);
      const rows = Array.from({ length: day.arrivals.count }, (_, row) => {
        const reason = result.reason[row] ?? null;
        return reason === null ? null : { agent: day.agents[cell(result.agent, row)]?.id, at: cell(result.assignedMs, row), reason };
      });
      expect(rows).toEqual(playWhole(day, each));
    }),
    {
      seed,
      numRuns: 300,
      // A failure is shrunk no longer than the test may take, so that its seed is always said.
      interruptAfterTimeLimit: 40_000,
      reporter: (run) => {
        if (run.failed) throw new Error(`${fc.defaultReportMessage(run)}\nReplay it with KITH_SEED=${seed}.`);
      },
    },
  );
});

function dayOf({ capacities, conversations, shifts }: Story): Day {
  const agents = capacities.map((capacity, index) => ({ id: `agent-${index}`, capacity }));
  const arrivals = emptyArrivals(conversations.length, (row) => `c${String(row).padStart(3, "0")}`);
  conversations.forEach(({ arrive, handle, weight, dedicated }, row) => {
    arrivals.arriveMs[row] = arrive * 1000;
    arrivals.handleMs[row] = handle * 1000;
    arrivals.weight[row] = weight;
    arrivals.dedicatedAgent[row] = dedicated < agents.length ? Math.max(-1, dedicated) : -1;
  });
  return {
    agents,
    arrivals,
    shifts: shifts.map(({ agent, online, length }) => ({
      agent: agent % agents.length,
      onlineMs: online * 1000,
      offlineMs: (online + length) * 1000,
    })),
  };
}

type Assigned = { agent: string; at: number; reason: ReasonCode } | null;

/** The same day with everything in each snapshot, and a pass after each event: slow, and with nothing to forget. */
function playWhole(day: Day, rules: Story): Assigned[] {
  const { arrivals } = day;
  const assigned: Assigned[] = Array.from({ length: arrivals.count }, () => null);
  const rowOf = new Map(assigned.map((_, row) => [arrivals.idOf(row), row]));
  const openShifts = day.agents.map(() => 0);
  let snapshot: Snapshot = {
    now: 0,
    settings: { version: 1, dedicatedAgentEnabled: true },
    channels: [{ id: "channel", isEnabled: true, timeoutSeconds: rules.timeoutSeconds, whenAgentAbsent: rules.whenAgentAbsent }],
    queues: [{ id: "queue", strategy: rules.strategy }],
    agents: day.agents.map(({ id, capacity }) => ({ id, isRoutable: true, status: "offline", load: 0, capacity, lastAssignedAt: null, queueIds: ["queue"] })),
    conversations: [],
  };
  const changeAgent = (id: string, change: (agent: RoutableAgent) => Partial<RoutableAgent>): void => {
    snapshot = { ...snapshot, agents: snapshot.agents.map((agent) => (agent.id === id ? { ...agent, ...change(agent) } : agent)) };
  };
  const changeShifts = (agent: number, by: 1 | -1) => (): void => {
    const open = (openShifts[agent] ?? 0) + by;
    openShifts[agent] = open;
    changeAgent(day.agents[agent]?.id ?? "", () => ({ status: open > 0 ? "available" : "offline" }));
  };

  const events: { at: number; kind: number; tie: string; happen: () => void }[] = [];
  for (const { agent, onlineMs, offlineMs } of day.shifts) {
    const tie = day.agents[agent]?.id ?? "";
    events.push({ at: onlineMs, kind: 0, tie, happen: changeShifts(agent, 1) });
    events.push({ at: offlineMs, kind: 1, tie, happen: changeShifts(agent, -1) });
  }
  for (let row = 0; row < arrivals.count; row++) {
    const at = cell(arrivals.arriveMs, row);
    const arriving: ConversationFacts = {
      id: arrivals.idOf(row), state: "pending", channelId: "channel", queueId: "queue", weight: cell(arrivals.weight, row),
      priority: 1, enteredAt: at, dedicatedAgentId: day.agents[cell(arrivals.dedicatedAgent, row)]?.id ?? null,
      waitBeganAt: null, waitUntil: null, passedOverSince: null, normalReason: null,
    };
    const happen = (): void => void (snapshot = { ...snapshot, conversations: [...snapshot.conversations, arriving] });
    events.push({ at, kind: 4, tie: arriving.id, happen });
  }

  for (;;) {
    events.sort((a, b) => a.at - b.at || a.kind - b.kind || (a.tie < b.tie ? -1 : 1));
    const event = events.shift();
    if (!event) return assigned;
    snapshot = { ...snapshot, now: event.at };
    event.happen();
    const decisions = plan(snapshot);
    for (const { conversationId, outcome, facts } of decisions) {
      if (outcome.kind === "waiting") events.push({ at: outcome.until, kind: 3, tie: conversationId, happen: () => undefined });
      if (outcome.kind !== "assigned") continue;
      const row = rowOf.get(conversationId) ?? -1;
      assigned[row] = { agent: outcome.agentId, at: event.at, reason: outcome.reason };
      const handled = (): void => changeAgent(outcome.agentId, ({ load }) => ({ load: load - facts.conversation.weight }));
      events.push({ at: event.at + cell(arrivals.handleMs, row), kind: 2, tie: conversationId, happen: handled });
    }
    snapshot = advance(snapshot, decisions);
  }
}
