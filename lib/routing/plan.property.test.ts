import fc from "fast-check";
import { expect, test } from "vitest";

import { advance } from "./advance";
import { decide } from "./decide";
import { explain } from "./explain";
import { factKinds, type RandomFact } from "./example-fact";
import { ExampleWorld, type Row } from "./example-world";
import { isGiven, type AgentFacts, type CandidateFacts, type Decision, type RoutableAgent, type Snapshot } from "./model";
import { plan } from "./plan";
import { normalRoutingCodes, reasonCodes } from "./reasons";

/** What must always be true (the routing contract, §4), over random worlds. `KITH_SEED` replays a failure, `KITH_RUNS` plays more or fewer. */
const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = Number(process.env["KITH_RUNS"] ?? 150);

const number = fc.nat(10_000);
const fact: fc.Arbitrary<RandomFact> = fc.record({
  kind: fc.constantFrom(...factKinds),
  a: number,
  b: number,
  c: number,
  d: number,
});
/** Each inner list happens before the router gets round to a pass. */
const story = fc.array(fc.array(fact, { minLength: 1, maxLength: 3 }), { minLength: 40, maxLength: 120, size: "max" });

test("what must always be true is true after every pass, whatever happens", { timeout: 60_000 }, () => {
  fc.assert(fc.property(story, fc.nat(), (passes, shuffle) => void tell(passes, (world) => checkedPass(world, shuffle))), {
    seed,
    numRuns,
    // A failure is shrunk no longer than the test may take, so that its seed is always said.
    interruptAfterTimeLimit: 40_000,
    reporter: (run) => {
      if (!run.failed) return;
      throw new Error(`${fc.defaultReportMessage(run)}\nReplay it with KITH_SEED=${seed}.`, { cause: run.errorInstance });
    },
  });
});

test("the random worlds come by every outcome, every reason, every end of normal routing, passing over, held room and overflow", { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  for (const [passes] of fc.sample(fc.tuple(story), { seed: 1, numRuns: 60 })) {
    for (const { outcome, passesOver, facts } of tell(passes, pass)) {
      seen.add(outcome.kind).add(outcome.reason);
      if (outcome.kind !== "waiting" && outcome.normalRouting !== null) seen.add(outcome.normalRouting);
      if (passesOver.length > 0) seen.add("passes over");
      if (facts.heldForConversationId !== null) seen.add("held");
      if (isGiven(outcome) && facts.normal.isOverflow) seen.add("given by overflow");
    }
  }
  const kinds = ["assigned", "offered", "waiting", "in_line"];
  expect([...seen].sort()).toEqual([...kinds, ...reasonCodes, ...normalRoutingCodes, "held", "passes over", "given by overflow"].sort());
});

/** Plays one story through; returns all decisions. */
function tell(passes: readonly (readonly RandomFact[])[], decideAll: (world: ExampleWorld) => readonly Decision[]): Decision[] {
  const world = new ExampleWorld();
  return passes.flatMap((facts) => {
    for (const each of facts) world.happen(each);
    return [...decideAll(world)];
  });
}

function pass(world: ExampleWorld): readonly Decision[] {
  const decisions = plan(world.snapshot());
  for (const decision of decisions) world.save(decision);
  return decisions;
}

function checkedPass(world: ExampleWorld, shuffle: number): readonly Decision[] {
  const snapshot = frozen(world.snapshot());
  const decisions = plan(snapshot);
  expect(plan(shuffled(snapshot, shuffle)), "the same decisions from a shuffled snapshot").toEqual(decisions);
  const before = new Map(snapshot.conversations.map((conversation) => [conversation.id, conversation]));
  const decided = new Set<string>();
  for (const decision of decisions) {
    expect(decided.has(decision.conversationId), "one decision for a conversation").toBe(false);
    decided.add(decision.conversationId);
    expect(before.get(decision.conversationId)).toBe(decision.facts.conversation);
    checkDecision(world, decision);
    world.save(decision);
  }
  const { agents } = world.snapshot();
  for (const row of world.standing()) checkStanding(world, agents, row);
  checkOrder(world, decisions);
  checkPassedOver(world, decisions);
  expect(plan(world.snapshot()), "a second pass at the same instant has nothing to do").toEqual([]);
  expect(advance(snapshot, decisions), "advance() agrees with what is saved").toEqual(world.snapshot());
  return decisions;
}

/** Before it is saved: from true facts, within room, and the same again from the stored facts. */
function checkDecision(world: ExampleWorld, decision: Decision): void {
  const { outcome, facts } = decision;
  const stored: Decision["facts"] = JSON.parse(JSON.stringify(facts));
  expect(decide(stored), "the stored facts decide the same").toEqual(outcome);
  const says = explain({ by: "router", at: world.now, outcome, facts: stored }, (agentId) => `Agent ${agentId}`);
  expect(says, "a plain sentence a step").toMatch(/^[A-Z0-9](?!.*(undefined|null|NaN| {2}|\. [a-z])).*\.$/);
  for (const agent of [facts.dedicatedAgent, ...facts.normal.candidates]) if (agent) checkAgentFacts(world, agent);
  if (facts.dedicatedAgent) expect(world.agent(facts.dedicatedAgent.id)?.status).toBe(facts.dedicatedAgent.status);
  for (const { id } of facts.normal.candidates) expect(world.agent(id)?.status, "a candidate is available").toBe("available");
  const row = world.rows.get(decision.conversationId);
  if (!row) throw new Error("Decided about nothing known");
  expect(row.stands, "only what needs routing is decided").toBe("needs_routing");
  const { agents } = world.snapshot();
  const askable = agents.filter((agent) => agent.isRoutable && agent.status === "available" && mayServe(world, agent, row));
  const refusing = askable.filter((agent) => refuses(agent, row));
  expect(facts.normal).toMatchObject({ availableCount: askable.length - refusing.length });
  expect(facts.normal.refusedCount ?? 0, "those who refused it").toBe(refusing.length);
  if (!isGiven(outcome)) return;

  const { acceptTimeoutSeconds } = world.settings;
  expect(outcome.kind, "offered where agents accept").toBe(acceptTimeoutSeconds === undefined ? "assigned" : "offered");
  if (outcome.kind === "offered") expect(outcome.until - world.now).toBe((acceptTimeoutSeconds ?? 0) * 1000);
  const agent = agents.find(({ id }) => id === outcome.agentId);
  if (!agent) throw new Error("Given to nobody known");
  expect(agent).toMatchObject({ isRoutable: true, status: "available" });
  expect(agent.load + row.facts.weight, "never above capacity, offers counted").toBeLessThanOrEqual(agent.capacity);
  expect(refuses(agent, row), "not to one who refused it").toBe(false);
  const isTransferred = row.facts.dedicatedSkip === "transferred";
  if (outcome.normalRouting !== null) {
    expect(mayServe(world, agent, row), `${agent.id} serves the queue`).toBe(true);
    expect(outcome.normalRouting === "dedicated_preferred" && isTransferred, "no preference after a transfer").toBe(false);
    return;
  }
  expect(agent.id).toBe(row.facts.dedicatedAgentId);
  expect(world.settings.dedicatedAgentEnabled && world.channelOf(row).isEnabled && row.facts.dedicatedSkip === undefined).toBe(true);
  expect(row.facts.refusals?.map((refusal) => refusal.agentId) ?? [], "no second dedicated check").not.toContain(agent.id);
  if (outcome.reason === "dedicated_freed") expect(world.now).toBeLessThan(row.facts.waitUntil ?? 0);
}

function checkAgentFacts(world: ExampleWorld, facts: CandidateFacts): void {
  const agent = world.agent(facts.id);
  expect(facts.load, "the load at its turn").toBe(world.loadOf(facts.id));
  expect(agent).toMatchObject({ capacity: facts.capacity, lastAssignedAt: facts.lastAssignedAt });
}

/** After the pass: nobody is forgotten, and nobody is left where room is. */
function checkStanding(world: ExampleWorld, agents: readonly RoutableAgent[], row: Row): void {
  const { facts } = row;
  if (facts.state === "in_line") {
    expect(facts.overflowAt ?? null, "an overflow begins once").toBe(row.firstOverflowAt);
    expect(facts.isOverflowed ?? false, "an overflow that is due is said").toBe(isOverflowDue(world, row));
    for (const agent of agents) {
      if (!mayServe(world, agent, row) || refuses(agent, row) || holderOf(world, agent)) continue;
      expect(isFree(agent, facts.weight), `${facts.id} in line while ${agent.id} has room`).toBe(false);
    }
    return;
  }
  expect(facts.state, "all are in line or waiting").toBe("waiting");
  const agent = agents.find((each) => each.id === facts.dedicatedAgentId);
  if (!agent) throw new Error(`${facts.id} waits for nobody`);
  expect(world.settings.dedicatedAgentEnabled && world.channelOf(row).isEnabled && agent.isRoutable && facts.dedicatedSkip === undefined).toBe(true);
  const isAbsent = agent.status === "offline" || agent.status === "unavailable";
  if (isAbsent) expect(world.channelOf(row).whenAgentAbsent).toBe("wait");
  expect(agent.capacity, "it could fit some time").toBeGreaterThanOrEqual(facts.weight);
  expect(facts.waitUntil, "the wait has an end to come").toBeGreaterThan(world.now);
  expect({ began: facts.waitBeganAt, until: facts.waitUntil }, "one wait a cycle").toEqual(row.firstWait);
  const holder = holderOf(world, agent);
  if (holder && holder !== row) return;
  expect(isFree(agent, facts.weight), `${facts.id} waits while ${agent.id} has room`).toBe(false);
}

function isFree(agent: AgentFacts, weight: number): boolean {
  return agent.isRoutable && agent.status === "available" && agent.load + weight <= agent.capacity;
}

function isOverflowDue({ now }: ExampleWorld, { facts }: Row): boolean {
  return facts.overflowAt !== undefined && facts.overflowAt <= now;
}

function mayServe(world: ExampleWorld, agent: RoutableAgent, row: Row): boolean {
  const { queueId } = row.facts;
  return agent.queueIds.includes(queueId) || (isOverflowDue(world, row) && (agent.overflowQueueIds ?? []).includes(queueId));
}

/** They have let it go, and have not become available anew since. */
function refuses(agent: RoutableAgent, { facts }: Row): boolean {
  const at = (facts.refusals ?? []).filter((refusal) => refusal.agentId === agent.id).map((refusal) => refusal.at);
  return at.some((each) => each >= (agent.statusSince ?? 0));
}

/** The first that has been passed over for a minute and does not fit the agent. */
function holderOf(world: ExampleWorld, agent: AgentFacts): Row | null {
  const holders = world.standing().filter(({ facts }) => {
    const { state, dedicatedAgentId, passedOverSince } = facts;
    const isDue = passedOverSince !== null && world.now - passedOverSince >= 60_000;
    return state === "waiting" && dedicatedAgentId === agent.id && isDue && !isFree(agent, facts.weight);
  });
  return holders.sort((a, b) => (isBefore(rankForAgent(a, world), rankForAgent(b, world)) ? -1 : 1))[0] ?? null;
}

type Rank = readonly [number, number, number, string];

/** The wait of one that was assigned at once would have begun now. */
function rankForAgent({ facts }: Row, { now }: ExampleWorld): Rank {
  return [facts.priority, facts.waitBeganAt ?? now, facts.enteredAt, facts.id];
}

function rankInLine({ facts }: Row): Rank {
  return [facts.priority, facts.enteredAt, 0, facts.id];
}

function isBefore(a: Rank, b: Rank): boolean {
  for (const at of [0, 1, 2] as const) if (a[at] !== b[at]) return a[at] < b[at];
  return a[3] < b[3];
}

/** Whoever is left standing before one that was given to somebody, and might have gone to them, was too heavy for that. */
function checkOrder(world: ExampleWorld, decisions: readonly Decision[]): void {
  for (const { conversationId, outcome } of decisions) {
    const got = world.rows.get(conversationId);
    const agent = isGiven(outcome) && world.snapshot().agents.find(({ id }) => id === outcome.agentId);
    if (!got || !agent || !isGiven(outcome)) continue;
    for (const left of world.standing()) {
      const wantedTheSame =
        outcome.normalRouting === null
          ? left.facts.state === "waiting" && left.facts.dedicatedAgentId === outcome.agentId
          : left.facts.state === "in_line" && mayServe(world, agent, left) && !refuses(agent, left);
      const rank = outcome.normalRouting === null ? rankForAgent : rankInLine;
      if (!wantedTheSame || !isBefore(rank(left, world), rank(got, world))) continue;
      expect(left.facts.weight, `${left.facts.id} overtaken by ${conversationId}`).toBeGreaterThan(got.facts.weight);
    }
  }
}

/** Whoever still waits for an agent who was given something behind it, or from the queue, knows since when. */
function checkPassedOver(world: ExampleWorld, decisions: readonly Decision[]): void {
  for (const { conversationId, outcome, passesOver } of decisions) {
    const got = world.rows.get(conversationId);
    if (!got || !isGiven(outcome)) {
      expect(passesOver).toEqual([]);
      continue;
    }
    for (const left of world.standing()) {
      if (left.facts.state !== "waiting" || left.facts.dedicatedAgentId !== outcome.agentId) continue;
      const isPassed = outcome.normalRouting !== null || isBefore(rankForAgent(left, world), rankForAgent(got, world));
      if (isPassed) expect(left.facts.passedOverSince, `${left.facts.id} passed over`).not.toBeNull();
      else expect(passesOver, `${left.facts.id} not passed over`).not.toContain(left.facts.id);
    }
  }
}

function shuffled(snapshot: Snapshot, by: number): Snapshot {
  const turn = <T>(items: readonly T[]): T[] => {
    const at = items.length === 0 ? 0 : by % items.length;
    return [...items.slice(at), ...items.slice(0, at)].reverse();
  };
  return {
    ...snapshot,
    agents: turn(snapshot.agents),
    conversations: turn(snapshot.conversations),
    channels: turn(snapshot.channels),
    queues: turn(snapshot.queues),
  };
}

/** In strict mode, a change to what is frozen throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
