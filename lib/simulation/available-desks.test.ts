import fc from "fast-check";
import { expect, test } from "vitest";

import { isAvailable } from "../routing/candidates";
import { hasRoom, roomOf } from "../routing/capacity";
import { exampleAgent, exampleWaiting } from "../routing/example-facts";
import type { QueueStrategy } from "../routing/model";
import { compareAgents } from "../routing/order";
import { AvailableDesks } from "./available-desks";
import type { Desk, Standing } from "./world";

const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const agents = 40;
const capacity = 4;
const weights = [1, 2, 3, 4, 5];
const counts = [1, 3, agents];

const standing: Standing = { row: 0, dedicatedAgent: 0, facts: exampleWaiting(), isGone: false };
const change = fc.record({
  desk: fc.nat(agents - 1),
  status: fc.constantFrom("available", "available", "available", "offline"),
  load: fc.integer({ min: 0, max: capacity + 1 }),
  lastAssignedAt: fc.option(fc.nat(20)),
  isWaitedFor: fc.nat(5).map((one) => one === 0),
});
const strategies = fc.constantFrom<QueueStrategy>("most_room", "longest_idle");

test("after any changes the best are those of a look at all desks", () => {
  fc.assert(
    fc.property(strategies, fc.array(change, { minLength: agents, maxLength: 120, size: "max" }), (strategy, changes) => {
      const waiting = Array.from({ length: agents }, () => new Set<Standing>());
      const desks = waiting.map((each, at) => ({
        facts: exampleAgent({ id: `agent-${at}`, status: "offline", capacity }),
        openShifts: 0,
        waiting: each,
      }));
      const available = new AvailableDesks(desks, strategy);
      for (const { desk: at, status, load, lastAssignedAt, isWaitedFor } of changes) {
        const desk = desks[at];
        if (!desk) throw new RangeError(`No desk ${at}.`);
        desk.facts = { ...desk.facts, status, load, lastAssignedAt };
        if (isWaitedFor) desk.waiting.add(standing);
        else desk.waiting.clear();
        available.file(desk);
        expectAsOfAll(available, desks, strategy);
      }
    }),
    { seed, numRuns: 40 },
  );
});

function expectAsOfAll(available: AvailableDesks, desks: readonly Desk[], strategy: QueueStrategy): void {
  const there = desks.filter((desk) => isAvailable(desk.facts));
  const isWatched = (desk: Desk): boolean => desk.waiting.size > 0 && roomOf(desk.facts) > 0;
  expect(idsOf(available.watched).sort()).toEqual(idsOf(there.filter(isWatched)).sort());
  for (const weight of weights) {
    const fitting = there.filter((desk) => !isWatched(desk) && hasRoom(desk.facts, weight));
    const ordered = idsOf(fitting.sort((a, b) => compareAgents[strategy](a.facts, b.facts)));
    for (const count of counts) {
      const best = idsOf(available.best(weight, count));
      if (ordered.length > 0) {
        expect(best).toEqual(ordered.slice(0, count));
        continue;
      }
      expect(best, "one who is available, if anybody is").toHaveLength(Math.min(1, there.length));
      expect(idsOf(there)).toEqual(expect.arrayContaining(best));
    }
  }
}

function idsOf(desks: Iterable<Desk>): string[] {
  return Array.from(desks, (desk) => desk.facts.id);
}
