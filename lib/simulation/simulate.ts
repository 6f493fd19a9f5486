import { hasPassed } from "../routing/deadline";
import { Heap } from "../routing/heap";
import type { ConversationFacts, Outcome, QueueStrategy, WhenAgentAbsent } from "../routing/model";
import { compareIds } from "../routing/order";
import { plan } from "../routing/plan";
import type { ReasonCode } from "../routing/reasons";
import { arrivalOrder, cell, type Day, type Shift } from "./day";
import { frontierOf } from "./frontier";
import { type Desk, type Standing, World } from "./world";

export interface SimulationRules {
  /** Of the channel. The product allows 5 to 3600; the simulation any number, also 0 and Infinity. */
  readonly timeoutSeconds: number;
  readonly dedicatedAgentEnabled?: boolean;
  readonly whenAgentAbsent?: WhenAgentAbsent;
  readonly strategy?: QueueStrategy;
}

/** One cell for each of the day's conversations, in the day's order. */
export interface SimulationResult {
  /** Index into `Day.agents`; -1: nobody could take it. */
  readonly agent: Int32Array;
  /** Ms on the day's clock; NaN where `agent` is -1. */
  readonly assignedMs: Float64Array;
  /** Why it was assigned; null where `agent` is -1. */
  readonly reason: readonly (ReasonCode | null)[];
  readonly passes: number;
  readonly decisions: number;
}

interface HandlingEnd {
  readonly at: number;
  /** Index into `Day.agents`. */
  readonly agent: number;
  readonly row: number;
  readonly weight: number;
}

interface WaitEnd {
  readonly at: number;
  readonly standing: Standing;
}

/**
 * Plays a day in virtual time through the same `plan()` as the product: each event is followed by one pass over what
 * it may have changed. At one instant agents come online, then go offline, then conversations end, then waits, then
 * conversations arrive; within a kind by agent or conversation, so that the same day gives the same result.
 * Conversations of an agent who goes offline stay with them to their end (the routing contract, §2 edge 17, default).
 */
export function simulate(day: Day, rules: SimulationRules): SimulationResult {
  return new Simulation(day, rules).run();
}

class Simulation {
  readonly #day: Day;
  readonly #world: World;
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #handlingEnds = new Heap<HandlingEnd>((a, b) => a.at - b.at || a.row - b.row);
  readonly #waitEnds = new Heap<WaitEnd>((a, b) => a.at - b.at || a.standing.row - b.standing.row);
  readonly #agent: Int32Array;
  readonly #assignedMs: Float64Array;
  readonly #reason: (ReasonCode | null)[];
  #passes = 0;
  #decisions = 0;

  constructor(day: Day, rules: SimulationRules) {
    this.#day = day;
    this.#world = new World(day.agents, {
      settings: { version: 1, dedicatedAgentEnabled: rules.dedicatedAgentEnabled ?? true },
      channel: {
        id: "channel",
        isEnabled: true,
        timeoutSeconds: rules.timeoutSeconds,
        whenAgentAbsent: rules.whenAgentAbsent ?? "route",
      },
      queue: { id: "queue", strategy: rules.strategy ?? "most_room" },
    });
    this.#indexOf = new Map(day.agents.map((agent, index) => [agent.id, index]));
    const { count } = day.arrivals;
    this.#agent = new Int32Array(count).fill(-1);
    this.#assignedMs = new Float64Array(count).fill(Number.NaN);
    this.#reason = new Array<ReasonCode | null>(count).fill(null);
  }

  run(): SimulationResult {
    const { shifts, arrivals } = this.#day;
    const agentId = (shift: Shift): string => this.#day.agents[shift.agent]?.id ?? "";
    const byAgent = (a: Shift, b: Shift): number => compareIds(agentId(a), agentId(b));
    const onlines = [...shifts].sort((a, b) => a.onlineMs - b.onlineMs || byAgent(a, b));
    const offlines = [...shifts].sort((a, b) => a.offlineMs - b.offlineMs || byAgent(a, b));
    const rows = arrivalOrder(arrivals);
    let nextOnline = 0;
    let nextOffline = 0;
    let nextRow = 0;

    for (;;) {
      const online = onlines[nextOnline];
      const offline = offlines[nextOffline];
      const handlingEnd = this.#handlingEnds.peek();
      const waitEnd = this.#waitEnds.peek();
      const row = rows[nextRow];
      const onlineAt = online?.onlineMs ?? Infinity;
      const offlineAt = offline?.offlineMs ?? Infinity;
      const handlingEndAt = handlingEnd?.at ?? Infinity;
      const waitEndAt = waitEnd?.at ?? Infinity;
      const arriveAt = row === undefined ? Infinity : cell(arrivals.arriveMs, row);

      const now = Math.min(onlineAt, offlineAt, handlingEndAt, waitEndAt, arriveAt);
      if (now === Infinity) break;
      if (online && onlineAt === now) {
        nextOnline += 1;
        this.#comeOnline(now, online.agent);
      } else if (offline && offlineAt === now) {
        nextOffline += 1;
        this.#goOffline(now, offline.agent);
      } else if (handlingEnd && handlingEndAt === now) {
        this.#handlingEnds.pop();
        this.#world.endHandling(handlingEnd.agent, handlingEnd.weight);
        this.#pass(now, [], [this.#world.desk(handlingEnd.agent)]);
      } else if (waitEndAt === now) {
        this.#pass(now, [], []);
      } else if (row !== undefined) {
        nextRow += 1;
        this.#pass(now, [this.#arrive(now, row)], []);
      }
    }
    return {
      agent: this.#agent,
      assignedMs: this.#assignedMs,
      reason: this.#reason,
      passes: this.#passes,
      decisions: this.#decisions,
    };
  }

  #comeOnline(now: number, agent: number): void {
    this.#pass(now, [], this.#world.changeShifts(agent, 1) ? [this.#world.desk(agent)] : []);
  }

  #goOffline(now: number, agent: number): void {
    this.#pass(now, this.#world.changeShifts(agent, -1) ? [...this.#world.desk(agent).waiting] : [], []);
  }

  #arrive(now: number, row: number): Standing {
    const { arrivals, agents } = this.#day;
    const dedicatedAgent = cell(arrivals.dedicatedAgent, row);
    const facts: ConversationFacts = {
      id: arrivals.idOf(row),
      state: "pending",
      channelId: this.#world.rules.channel.id,
      queueId: this.#world.rules.queue.id,
      weight: cell(arrivals.weight, row),
      priority: 1,
      enteredAt: now,
      dedicatedAgentId: agents[dedicatedAgent]?.id ?? null,
      waitBeganAt: null,
      waitUntil: null,
      passedOverSince: null,
      normalReason: null,
    };
    return { row, dedicatedAgent, facts, isGone: false };
  }

  #pass(now: number, touched: readonly Standing[], freed: readonly Desk[]): void {
    const due = this.#takeDue(now);
    // The agents of ended waits are looked at too: if their room was held, it is free again.
    const freedByDue = due.map((standing) => this.#world.desk(standing.dedicatedAgent));
    const frontier = frontierOf(this.#world, now, [...touched, ...due], [...freed, ...freedByDue]);
    if (frontier === null) return;
    this.#passes += 1;
    const decisions = plan(frontier.snapshot);
    this.#decisions += decisions.length;
    this.#world.save(now, frontier.standings, decisions, (standing, outcome) => {
      this.#note(now, standing, outcome);
    });
  }

  /** Waits that end at this instant: every pass takes them, whatever set it off, for a wait that has ended is over. */
  #takeDue(now: number): Standing[] {
    const due: Standing[] = [];
    for (;;) {
      const waitEnd = this.#waitEnds.peek();
      if (!waitEnd || !hasPassed(waitEnd.at, now)) return due;
      this.#waitEnds.pop();
      const { standing } = waitEnd;
      if (!standing.isGone && standing.facts.state === "waiting") due.push(standing);
    }
  }

  #note(now: number, standing: Standing, outcome: Outcome): void {
    if (outcome.kind === "waiting") this.#waitEnds.push({ at: outcome.until, standing });
    if (outcome.kind !== "assigned") return;
    const { row } = standing;
    const agent = this.#indexOf.get(outcome.agentId) ?? -1;
    this.#agent[row] = agent;
    this.#assignedMs[row] = now;
    this.#reason[row] = outcome.reason;
    const at = now + cell(this.#day.arrivals.handleMs, row);
    this.#handlingEnds.push({ at, agent, row, weight: standing.facts.weight });
  }
}
