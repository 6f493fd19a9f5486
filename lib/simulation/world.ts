import { agentAfter, conversationAfter, passedOverAt } from "../routing/advance";
import { hasRoom } from "../routing/capacity";
import type { ChannelFacts, ConversationFacts, Decision, Outcome, QueueFacts, RoutableAgent, SettingsFacts } from "../routing/model";
import { AvailableDesks } from "./available-desks";
import type { SimulatedAgent } from "./day";
import { Line } from "./line";

/** A conversation that needs routing, from its arrival until it is assigned. */
export interface Standing {
  /** Its row in the day. */
  readonly row: number;
  /** Index of its dedicated agent; -1: none. */
  readonly dedicatedAgent: number;
  facts: ConversationFacts;
  isGone: boolean;
}

/** An agent and those who wait for them, in order: in one queue waits begin in the order in which they are served. */
export interface Desk {
  readonly facts: RoutableAgent;
  readonly openShifts: number;
  readonly waiting: ReadonlySet<Standing>;
}

/** Only the world changes a desk, for it keeps the available ones in order. */
interface OwnDesk extends Desk {
  facts: RoutableAgent;
  openShifts: number;
  readonly waiting: Set<Standing>;
}

export interface WorldRules {
  readonly settings: SettingsFacts;
  readonly channel: ChannelFacts;
  readonly queue: QueueFacts;
}

/** The rows of a simulated organization: one queue served by all agents, one channel. Changed in place by events. */
export class World {
  readonly rules: WorldRules;
  readonly available: AvailableDesks;
  readonly line = new Line();
  readonly #desks: readonly OwnDesk[];
  readonly #deskOf: ReadonlyMap<string, OwnDesk>;

  constructor(agents: readonly SimulatedAgent[], rules: WorldRules) {
    this.rules = rules;
    const queueIds = [rules.queue.id];
    this.#desks = agents.map(({ id, capacity }) => ({
      facts: { id, isRoutable: true, status: "offline", load: 0, capacity, lastAssignedAt: null, queueIds },
      openShifts: 0,
      waiting: new Set(),
    }));
    this.#deskOf = new Map(this.#desks.map((desk) => [desk.facts.id, desk]));
    this.available = new AvailableDesks(this.#desks, rules.queue.strategy);
  }

  /** By their index among the day's agents. */
  desk(agent: number): Desk {
    return this.#desk(agent);
  }

  /** A shift begins (+1) or ends (-1). Returns whether the agent came online or went offline by it. */
  changeShifts(agent: number, by: 1 | -1): boolean {
    const desk = this.#desk(agent);
    desk.openShifts += by;
    const status = desk.openShifts > 0 ? "available" : "offline";
    if (status === desk.facts.status) return false;
    this.#change(desk, { ...desk.facts, status });
    return true;
  }

  endHandling(agent: number, weight: number): void {
    const desk = this.#desk(agent);
    this.#change(desk, { ...desk.facts, load: desk.facts.load - weight });
  }

  /**
   * Saves a pass's decisions. `standings`: those it looked at, taken out of the line by whoever made the frontier; the
   * ones who still stand in it go back.
   */
  save(
    now: number,
    standings: readonly Standing[],
    decisions: readonly Decision[],
    onSettled: (standing: Standing, outcome: Outcome) => void,
  ): void {
    const byId = new Map(standings.map((standing) => [standing.facts.id, standing]));
    for (const decision of decisions) {
      const standing = byId.get(decision.conversationId);
      if (!standing) throw new Error(`A decision for ${decision.conversationId}, which was not looked at.`);
      this.#settle(now, standing, decision);
      for (const id of decision.passesOver) {
        const passed = byId.get(id);
        if (passed) passed.facts = passedOverAt(passed.facts, now);
      }
      onSettled(standing, decision.outcome);
    }
    for (const standing of standings) {
      if (standing.facts.state === "in_line" && !standing.isGone) this.line.push(standing);
    }
  }

  #settle(now: number, standing: Standing, { outcome }: Decision): void {
    if (standing.facts.state === "waiting") this.#stopWaiting(standing);
    const next = conversationAfter(standing.facts, outcome);
    if (outcome.kind === "assigned") {
      const desk = this.#deskOf.get(outcome.agentId);
      if (!desk) throw new Error(`A decision for agent ${outcome.agentId}, who is not in this world.`);
      if (!hasRoom(desk.facts, standing.facts.weight)) throw new Error(`Agent ${outcome.agentId} has no room.`);
      this.#change(desk, agentAfter(desk.facts, standing.facts, now));
    }
    if (next === null) standing.isGone = true;
    else standing.facts = next;
    if (outcome.kind === "waiting") this.#startWaiting(standing);
  }

  #startWaiting(standing: Standing): void {
    const desk = this.#desk(standing.dedicatedAgent);
    desk.waiting.add(standing);
    this.available.file(desk);
  }

  #stopWaiting(standing: Standing): void {
    const desk = this.#desk(standing.dedicatedAgent);
    desk.waiting.delete(standing);
    this.available.file(desk);
  }

  #change(desk: OwnDesk, facts: RoutableAgent): void {
    desk.facts = facts;
    this.available.file(desk);
  }

  #desk(agent: number): OwnDesk {
    const desk = this.#desks[agent];
    if (!desk) throw new RangeError(`No agent ${agent} among ${this.#desks.length}.`);
    return desk;
  }
}
