import type {
  AgentStatus,
  ChannelFacts,
  ConversationFacts,
  Decision,
  QueueFacts,
  RoutableAgent,
  Snapshot,
} from "./model";

/** Something that happens, drawn at random: `a` to `d` choose what it happens to and how. */
export interface RandomFact {
  readonly kind: (typeof factKinds)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** How often each is drawn is told by how often it is named: enough quiet for waits to grow old. */
export const factKinds = [
  "arrive", "arrive", "arrive", "arrive", "arrive", "arrive", "done", "done", "done", "done", "time", "time", "time",
  "snooze", "snooze", "wake", "wake", "status", "status", "link", "link", "assign", "to_deadline", "to_deadline",
  "feature", "timeout", "absent", "channel", "capacity", "routable", "queues", "route_now",
] as const;

/** A conversation's row, with what the model remembers beside the facts in order to check them. */
export interface Row {
  facts: ConversationFacts;
  /** Out of routing while it is snoozed or done. */
  stands: "needs_routing" | "assigned" | "snoozed" | "done";
  assigneeId: string | null;
  /** The wait that this cycle began with. */
  firstWait: { readonly began: number; readonly until: number } | null;
}

type AgentRow = Omit<RoutableAgent, "load">;

const statuses: readonly AgentStatus[] = ["available", "available", "available", "available", "busy", "unavailable", "offline"];
const agentIds = ["ana", "ben", "cat", "dan", "eve"];
const queueIds = ["support", "sales", "night"];

/** A small organization in memory that random facts befall. It knows how facts are recorded, not how they are decided. */
export class ExampleWorld {
  now = 1_000_000;
  readonly rows = new Map<string, Row>();
  readonly #agents = new Map<string, AgentRow>();
  readonly #channels = new Map<string, ChannelFacts>();
  readonly #queues: readonly QueueFacts[] = queueIds.map((id, at) => ({
    id,
    strategy: at === 1 ? "longest_idle" : "most_room",
  }));
  #settings = { version: 1, dedicatedAgentEnabled: true };

  constructor() {
    agentIds.forEach((id, at) => {
      const serves = queueIds.slice(at % 2, 1 + (at % 3));
      this.#agents.set(id, { id, isRoutable: true, status: "available", capacity: 2 + at, lastAssignedAt: null, queueIds: serves });
    });
    this.#channels.set("chat", { id: "chat", isEnabled: true, timeoutSeconds: 3600, whenAgentAbsent: "route" });
    this.#channels.set("email", { id: "email", isEnabled: true, timeoutSeconds: 5, whenAgentAbsent: "wait" });
  }

  /** The whole world as one snapshot; loads are summed from the rows. */
  snapshot(): Snapshot {
    return {
      now: this.now,
      settings: { ...this.#settings },
      channels: [...this.#channels.values()],
      queues: this.#queues,
      agents: [...this.#agents.values()].map((agent) => ({ ...agent, load: this.loadOf(agent.id) })),
      conversations: this.standing().map((row) => row.facts),
    };
  }

  standing(): Row[] {
    return [...this.rows.values()].filter((row) => row.stands === "needs_routing");
  }

  /** Sum of the weights of the agent's open conversations. */
  loadOf(agentId: string): number {
    const open = [...this.rows.values()].filter((row) => row.stands === "assigned" && row.assigneeId === agentId);
    return open.reduce((sum, row) => sum + row.facts.weight, 0);
  }

  agent(id: string): AgentRow | null {
    return this.#agents.get(id) ?? null;
  }

  channelOf(row: Row): ChannelFacts {
    return of([...this.#channels.values()].filter((channel) => channel.id === row.facts.channelId), 0);
  }

  get isFeatureOn(): boolean {
    return this.#settings.dedicatedAgentEnabled;
  }

  /** Saves one decision as the database would. */
  save({ conversationId, outcome, passesOver }: Decision): void {
    const row = this.rows.get(conversationId);
    if (!row) throw new Error(`No row ${conversationId}`);
    switch (outcome.kind) {
      case "assigned":
      case "offered":
        this.#give(row, outcome.agentId);
        break;
      case "waiting":
        row.firstWait ??= { began: outcome.began, until: outcome.until };
        row.facts = { ...row.facts, state: "waiting", waitBeganAt: outcome.began, waitUntil: outcome.until };
        break;
      case "in_line":
        row.facts = { ...row.facts, state: "in_line", normalReason: outcome.reason, passedOverSince: null };
    }
    for (const id of passesOver) {
      const passed = this.rows.get(id);
      if (passed) passed.facts = { ...passed.facts, passedOverSince: this.now };
    }
  }

  happen({ kind, a, b, c, d }: RandomFact): void {
    const agent = of([...this.#agents.values()], a);
    const channel = of([...this.#channels.values()], a);
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
        return void change({ status: of(statuses, b) });
      case "capacity":
        return void change({ capacity: b % 8 });
      case "routable":
        return void change({ isRoutable: b % 6 > 0 });
      case "queues":
        return void change({ queueIds: queueIds.filter((_, at) => (b >> at) % 2 === 1) });
      case "feature":
        this.#settings = { version: this.#settings.version + 1, dedicatedAgentEnabled: b % 6 > 0 };
        return;
      case "timeout":
        return void switchTo({ timeoutSeconds: of([5, 300, 3600, 3600], b) });
      case "absent":
        return void switchTo({ whenAgentAbsent: b % 2 ? "route" : "wait" });
      case "channel":
        return void switchTo({ isEnabled: b % 6 > 0 });
      case "link":
        return this.#withRow("needs_routing", a, (row) => {
          const dedicatedAgentId = of([...agentIds, null, "gone"], b);
          row.facts = { ...row.facts, state: "pending", dedicatedAgentId, passedOverSince: null };
        });
      case "route_now":
        return this.#withRow("needs_routing", a, (row) => {
          row.facts = { ...row.facts, dedicatedSkip: "routed_now" };
        });
      case "assign":
        return this.#withRow("needs_routing", a, (row) => this.#give(row, of(agentIds, b)));
      case "time":
        this.now += of([1, 900, 4_999, 30_000, 60_000, 200_000], a);
        return;
      case "to_deadline":
        this.now = Math.max(this.now, ...this.standing().slice(0, 1 + (a % 3)).map((row) => row.facts.waitUntil ?? 0));
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
    this.rows.set(id, { facts, stands: "needs_routing", assigneeId: null, firstWait: null });
  }

  /** Woken: decided afresh, with a fresh wait. */
  #beginCycle(row: Row): void {
    row.stands = "needs_routing";
    row.assigneeId = null;
    row.firstWait = null;
    const afresh = { state: "pending", waitBeganAt: null, waitUntil: null, passedOverSince: null, normalReason: null } as const;
    const { dedicatedSkip: _, ...facts } = row.facts;
    row.facts = { ...facts, ...afresh, enteredAt: this.now };
  }

  #give(row: Row, agentId: string): void {
    row.stands = "assigned";
    row.assigneeId = agentId;
    const agent = this.#agents.get(agentId);
    if (agent) this.#agents.set(agentId, { ...agent, lastAssignedAt: this.now });
  }

  #withRow(stands: Row["stands"], at: number, act: (row: Row) => void): void {
    const rows = [...this.rows.values()].filter((row) => row.stands === stands);
    if (rows.length > 0) act(of(rows, at));
  }
}

function of<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("Nothing to choose from");
  return item;
}
