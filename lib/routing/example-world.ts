import type { RandomFact } from "./example-fact";
import type {
  AgentStatus,
  ChannelFacts,
  ConversationFacts,
  Decision,
  QueueFacts,
  RoutableAgent,
  SettingsFacts,
  Snapshot,
} from "./model";

/** A conversation's row, with what the model remembers beside the facts in order to check them. */
export interface Row {
  facts: ConversationFacts;
  /** Out of routing while it is snoozed or done. */
  stands: "needs_routing" | "offered" | "assigned" | "snoozed" | "done";
  /** Who has it, or is offered it: never two. */
  agentId: string | null;
  offerUntil: number | null;
  /** The wait that this cycle began with. */
  firstWait: { readonly began: number; readonly until: number } | null;
  /** Where its queue's overflow time led when it first stood in line in this cycle. */
  firstOverflowAt: number | null;
}

type AgentRow = Required<Omit<RoutableAgent, "load" | "customStatus">>;

const statuses: readonly AgentStatus[] = ["available", "available", "available", "available", "busy", "unavailable", "offline"];
const agentIds = ["ana", "ben", "cat", "dan", "eve"];
const queueIds = ["support", "sales", "night"];

/** A small organization in memory that random facts befall. It knows how facts are recorded, not how they are decided. */
export class ExampleWorld {
  now = 1_000_000;
  readonly rows = new Map<string, Row>();
  readonly #agents = new Map<string, AgentRow>();
  readonly #channels = new Map<string, ChannelFacts>();
  readonly #queues = new Map<string, QueueFacts>();
  #settings: SettingsFacts = { version: 1, dedicatedAgentEnabled: true };

  constructor() {
    agentIds.forEach((id, at) => {
      const serves = queueIds.slice(at % 2, 1 + (at % 3));
      const plain = { isRoutable: true, status: "available", lastAssignedAt: null, overflowQueueIds: [], statusSince: 0 } as const;
      this.#agents.set(id, { ...plain, id, capacity: 2 + at, queueIds: serves });
    });
    this.#channels.set("chat", { id: "chat", isEnabled: true, timeoutSeconds: 3600, whenAgentAbsent: "route" });
    this.#channels.set("email", { id: "email", isEnabled: true, timeoutSeconds: 5, whenAgentAbsent: "wait" });
    queueIds.forEach((id, at) => this.#queues.set(id, { id, strategy: at === 1 ? "longest_idle" : "most_room" }));
  }

  /** The whole world as one snapshot; loads are summed from the rows. */
  snapshot(): Snapshot {
    return {
      now: this.now,
      settings: this.#settings,
      channels: [...this.#channels.values()],
      queues: [...this.#queues.values()],
      agents: [...this.#agents.values()].map((agent) => ({ ...agent, load: this.loadOf(agent.id) })),
      conversations: this.standing().map((row) => row.facts),
    };
  }

  standing(): Row[] {
    return [...this.rows.values()].filter((row) => row.stands === "needs_routing");
  }

  /** Sum of the weights of the agent's open conversations and of what they are offered. */
  loadOf(agentId: string): number {
    const open = [...this.rows.values()].filter((row) => row.agentId === agentId && (row.stands === "assigned" || row.stands === "offered"));
    return open.reduce((sum, row) => sum + row.facts.weight, 0);
  }

  agent(id: string): AgentRow | null {
    return this.#agents.get(id) ?? null;
  }

  channelOf(row: Row): ChannelFacts {
    return of([...this.#channels.values()].filter((channel) => channel.id === row.facts.channelId), 0);
  }

  get settings(): SettingsFacts {
    return this.#settings;
  }

  /** Saves one decision as the database would. */
  save({ conversationId, outcome, passesOver }: Decision): void {
    const row = this.rows.get(conversationId);
    if (!row) throw new Error(`No row ${conversationId}`);
    switch (outcome.kind) {
      case "assigned":
        this.#give(row, outcome.agentId);
        break;
      case "offered":
        // It keeps its wait, should nobody accept, and is past the dedicated check once normal routing offers it.
        row.facts = { ...row.facts, normalReason: outcome.normalRouting && outcome.reason, passedOverSince: null };
        this.#give(row, outcome.agentId);
        row.stands = "offered";
        row.offerUntil = outcome.until;
        break;
      case "waiting":
        row.firstWait ??= { began: outcome.began, until: outcome.until };
        row.facts = { ...row.facts, state: "waiting", waitBeganAt: outcome.began, waitUntil: outcome.until };
        break;
      case "in_line": {
        const { overflowAt, isOverflowed } = outcome;
        const afterSeconds = this.#queues.get(row.facts.queueId)?.overflowAfterSeconds;
        if (afterSeconds !== undefined) row.firstOverflowAt ??= this.now + afterSeconds * 1000;
        const overflow = { ...(overflowAt !== undefined && { overflowAt }), ...(isOverflowed && { isOverflowed }) };
        row.facts = { ...row.facts, state: "in_line", normalReason: outcome.reason, passedOverSince: null, ...overflow };
      }
    }
    for (const id of passesOver) {
      const passed = this.rows.get(id);
      if (passed) passed.facts = { ...passed.facts, passedOverSince: this.now };
    }
  }

  happen({ kind, a, b, c, d }: RandomFact): void {
    const agent = of([...this.#agents.values()], a);
    const channel = of([...this.#channels.values()], a);
    const queue = of([...this.#queues.values()], a);
    const change = (next: Partial<AgentRow>): unknown => this.#agents.set(agent.id, { ...agent, ...next });
    const switchTo = (next: Partial<ChannelFacts>): unknown => this.#channels.set(channel.id, { ...channel, ...next });
    switch (kind) {
      case "arrive":
        return this.#arrive(a, b, c, d);
      case "done":
        return this.#withRow("assigned", a, (row) => (row.stands = "done"));
      case "snooze":
        return this.#withRow(b % 2 ? "assigned" : "needs_routing", a, (row) => (row.stands = "snoozed"));
      case "wake":
        return this.#withRow("snoozed", a, (row) => this.#beginCycle(row));
      case "status":
        return this.#changeStatus(agent, of(statuses, b));
      case "capacity":
        return void change({ capacity: b % 8 });
      case "routable":
        return void change({ isRoutable: b % 6 > 0 });
      case "queues":
        return void change({ queueIds: someQueues(b) });
      case "overflow_queues":
        return void change({ overflowQueueIds: someQueues(b) });
      case "overflow_after":
        return void this.#queues.set(queue.id, { id: queue.id, strategy: queue.strategy, ...of([{}, { overflowAfterSeconds: 1 + (c % 60) }], b) });
      case "feature":
        return this.#set({ dedicatedAgentEnabled: b % 6 > 0 });
      case "accepting": {
        const { acceptTimeoutSeconds: _, ...settings } = this.#settings;
        this.#settings = settings;
        return this.#set(of([{}, { acceptTimeoutSeconds: 5 }, { acceptTimeoutSeconds: 300 }], b));
      }
      case "timeout":
        return void switchTo({ timeoutSeconds: of([5, 300, 3600, 3600], b) });
      case "absent":
        return void switchTo({ whenAgentAbsent: b % 2 ? "route" : "wait" });
      case "channel":
        return void switchTo({ isEnabled: b % 6 > 0 });
      case "link":
        return this.#withRow(b % 4 ? "needs_routing" : "offered", a, (row) => {
          const dedicatedAgentId = of([...agentIds, null, "gone"], c);
          row.facts = { ...row.facts, state: "pending", dedicatedAgentId, normalReason: null, passedOverSince: null };
        });
      case "route_now":
        return this.#withRow("needs_routing", a, (row) => {
          if (row.facts.state === "waiting") row.facts = { ...row.facts, state: "pending", dedicatedSkip: "routed_now" };
        });
      case "transfer":
        return this.#withRow(b % 3 ? "assigned" : "needs_routing", a, (row) => this.#transfer(row, of(queueIds, c), d % 4 > 0));
      case "requeue":
        return this.#requeue(agent);
      case "assign":
        return this.#withRow(c % 3 ? "needs_routing" : "offered", a, (row) => this.#give(row, of(agentIds, b)));
      case "accept":
        return this.#withRow("offered", a, (row) => (row.stands = "assigned"));
      case "decline":
        return this.#withRow("offered", a, (row) => this.#refuse(row));
      case "time":
        return this.#moveTo(this.now + of([1, 900, 4_999, 30_000, 60_000, 200_000], a));
      case "to_deadline":
        return this.#moveTo(of([...[...this.rows.values()].map(deadlineOf).filter((at) => at > this.now), this.now], a));
    }
  }

  #arrive(a: number, b: number, c: number, d: number): void {
    const id = `c${String(this.rows.size).padStart(4, "0")}`;
    const facts: ConversationFacts = {
      id,
      state: "pending",
      channelId: of([...this.#channels.keys()], a),
      queueId: of(queueIds, b),
      weight: of([1, 1, 2, 2, 3, 4], c),
      priority: of([10, 50, 50], a >> 3),
      enteredAt: this.now,
      dedicatedAgentId: of([...agentIds, "ben", "cat", "cat", null], d),
      waitBeganAt: null,
      waitUntil: null,
      passedOverSince: null,
      normalReason: null,
    };
    this.rows.set(id, { facts, stands: "needs_routing", agentId: null, offerUntil: null, firstWait: null, firstOverflowAt: null });
  }

  /** Decided afresh, with a fresh wait; who refused it before may be asked again. */
  #beginCycle(row: Row): void {
    Object.assign(row, { stands: "needs_routing", agentId: null, offerUntil: null, firstWait: null, firstOverflowAt: null });
    const afresh = { state: "pending", waitBeganAt: null, waitUntil: null, passedOverSince: null, normalReason: null } as const;
    const { dedicatedSkip: _, refusals: __, overflowAt: ___, isOverflowed: ____, ...facts } = row.facts;
    row.facts = { ...facts, ...afresh, enteredAt: this.now };
  }

  /** Whoever passes it on is not to get it right back. */
  #transfer(row: Row, queueId: string, skipsDedicated: boolean): void {
    const refusals = row.agentId === null ? {} : { refusals: [{ agentId: row.agentId, at: this.now }] };
    this.#beginCycle(row);
    row.facts = { ...row.facts, queueId, ...(skipsDedicated && { dedicatedSkip: "transferred" }), ...refusals };
  }

  /** What an agent holds who has gone offline is decided afresh. */
  #requeue(agent: AgentRow): void {
    if (agent.status !== "offline") return;
    for (const row of this.rows.values()) if (row.stands === "assigned" && row.agentId === agent.id) this.#beginCycle(row);
  }

  #give(row: Row, agentId: string): void {
    row.stands = "assigned";
    row.agentId = agentId;
    row.offerUntil = null;
    const agent = this.#agents.get(agentId);
    if (agent) this.#agents.set(agentId, { ...agent, lastAssignedAt: this.now });
  }

  #refuse(row: Row): void {
    const refusals = [...(row.facts.refusals ?? []), { agentId: row.agentId ?? "nobody", at: this.now }];
    row.facts = { ...row.facts, refusals };
    this.#withdraw(row);
  }

  #withdraw(row: Row): void {
    row.facts = { ...row.facts, state: "pending" };
    Object.assign(row, { stands: "needs_routing", agentId: null, offerUntil: null });
  }

  /** What somebody who is no longer available is offered goes to others. */
  #changeStatus(agent: AgentRow, status: AgentStatus): void {
    if (status === agent.status) return;
    this.#agents.set(agent.id, { ...agent, status, statusSince: this.now });
    if (status === "available") return;
    for (const row of this.rows.values()) if (row.stands === "offered" && row.agentId === agent.id) this.#withdraw(row);
  }

  /** Offers that nobody accepted in time lapse on the way, and make their agents unavailable. */
  #moveTo(now: number): void {
    this.now = now;
    for (const row of this.rows.values()) {
      if (row.stands !== "offered" || row.offerUntil === null || row.offerUntil > this.now) continue;
      const agent = this.#agents.get(row.agentId ?? "");
      this.#refuse(row);
      if (agent) this.#changeStatus(agent, "unavailable");
    }
  }

  #set(change: Partial<SettingsFacts>): void {
    this.#settings = { ...this.#settings, ...change, version: this.#settings.version + 1 };
  }

  #withRow(stands: Row["stands"], at: number, act: (row: Row) => void): void {
    const rows = [...this.rows.values()].filter((row) => row.stands === stands);
    if (rows.length > 0) act(of(rows, at));
  }
}

/** When a wait or an offer ends, or an overflow begins. */
function deadlineOf({ stands, facts, offerUntil }: Row): number {
  if (stands === "offered") return offerUntil ?? 0;
  if (stands !== "needs_routing") return 0;
  return (facts.state === "in_line" ? facts.overflowAt : facts.waitUntil) ?? 0;
}

function someQueues(bits: number): string[] {
  return queueIds.filter((_, at) => (bits >> at) % 2 === 1);
}

function of<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("Nothing to choose from");
  return item;
}
