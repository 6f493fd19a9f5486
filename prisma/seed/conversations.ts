import type { Tx } from "@/lib/store/database";
import type { DemoCustomer } from "./customers";
import { after, hourMs, idAt, minuteMs } from "./ids";
import type { DemoAgent, DemoOrganization } from "./organization";
import type { QueueName } from "./people";
import type { Random } from "./random";
import { firstDecision, routingStory, type DedicatedStanding, type Intake, type StoryDecision } from "./routing-story";
import { addDecisions, addTalk, baseRow, DemoRows, type DemoConversation } from "./rows";
import { talks, type Talk } from "./talks";

const doneCount = 600;
const snoozedCount = 6;
/** More chats and e-mails than the rest. */
const channelKeys = ["chat", "chat", "chat", "chat", "email", "email", "email", "whatsapp", "sms", "voice", "facebook", "instagram"];

/** Sixty days of history, what the agents have open now, and a few that wait for theirs or stand in line. */
export async function seedConversations(tx: Tx, organization: DemoOrganization, customers: readonly DemoCustomer[], random: Random): Promise<void> {
  const demo = new DemoConversations(organization, customers, random);
  for (let index = 0; index < doneCount; index += 1) demo.addDone();
  for (const agent of organization.agents) for (let index = 0; index < agent.open; index += 1) demo.addAssigned(agent, "open");
  for (const agent of random.some(organization.agents.filter(({ open }) => open > 0), snoozedCount)) demo.addAssigned(agent, "snoozed");
  // Tomás has no room, Ingrid is busy: two conversations wait for him and one for her.
  for (const name of ["Tomás Rey", "Ingrid Moe", "Tomás Rey"]) demo.addWaiting(name);
  for (let index = 0; index < 2; index += 1) demo.addInLine("Billing");
  await demo.rows.write(tx);
  for (const [userId, { load, lastAssignedAt }] of demo.loads) {
    await tx.agent.update({ where: { organizationId_userId: { organizationId: organization.organizationId, userId } }, data: { load, lastAssignedAt } });
  }
}

class DemoConversations {
  readonly rows = new DemoRows();
  readonly loads = new Map<string, { load: number; lastAssignedAt: Date }>();

  constructor(
    readonly organization: DemoOrganization,
    readonly customers: readonly DemoCustomer[],
    readonly random: Random,
  ) {}

  addDone(): void {
    const { organization, random, rows } = this;
    const enteredAt = after(organization.now, -random.between(8 * 60, 60 * 24 * 60) * minuteMs);
    const customer = random.pick(this.customers);
    const talk = random.pick(talks);
    const roomiest = random.pick(organization.agents.filter(({ queues, id }) => queues.includes(talk.queue) && id !== customer.dedicatedAgent?.id));
    const standing = random.pick<DedicatedStanding>(["had_room", "had_room", "had_room", "had_room", "got_room_in_time", "got_room_in_time", "stayed_full", "unavailable", "offline"]);
    const intake = this.#intake({ enteredAt, customer, talk, standing, roomiest });
    const conversation = this.#conversation(intake, customer, talk, routingStory(organization, intake, random));
    const { assignee } = conversation;
    if (!assignee) return;
    const last = addTalk(rows, organization, conversation, talk.turns.length, random);
    const doneAt = after(last.at, random.between(1, 40) * minuteMs);
    addDecisions(rows, organization, intake.conversationId, conversation.decisions);
    this.#addDoneEntry(intake.conversationId, assignee, doneAt);
    rows.conversations.push({
      ...baseRow(organization, conversation, last),
      ...this.#assigned(conversation),
      state: "done",
      doneAt,
      routingState: "out",
    });
  }

  /** Open or snoozed, with this agent. */
  addAssigned(agent: DemoAgent, state: "open" | "snoozed"): void {
    const { organization, random, rows } = this;
    const enteredAt = after(organization.now, -random.between(35, 170) * minuteMs);
    const talk = random.pick(talks.filter(({ queue }) => queue !== "Priority" && agent.queues.includes(queue)));
    const customer = random.pick(this.customers);
    const standing = customer.dedicatedAgent?.id === agent.id ? "had_room" : "offline";
    // A channel that waits for absent agents would have made it wait.
    const intake = this.#intake({ enteredAt, customer, talk, standing, roomiest: agent, channels: channelKeys.filter((key) => key !== "whatsapp") });
    const conversation = this.#conversation(intake, customer, talk, routingStory(organization, intake, random));
    const last = addTalk(rows, organization, conversation, random.between(1, Math.min(3, talk.turns.length)), random);
    addDecisions(rows, organization, intake.conversationId, conversation.decisions);
    const assigned = this.#assigned(conversation);
    rows.conversations.push({
      ...baseRow(organization, conversation, last),
      ...assigned,
      state,
      routingState: state === "open" ? "assigned" : "out",
      ...(state === "snoozed" && { snoozedUntil: after(organization.now, random.between(3, 70) * hourMs) }),
    });
    if (state === "snoozed") return;
    const before = this.loads.get(agent.id);
    const lastAssignedAt = before && before.lastAssignedAt > assigned.assignedAt ? before.lastAssignedAt : assigned.assignedAt;
    this.loads.set(agent.id, { load: (before?.load ?? 0) + intake.queue.weight, lastAssignedAt });
  }

  /** By e-mail, whose wait is long enough to be seen. */
  addWaiting(dedicatedAgentName: string): void {
    const { organization, random, rows } = this;
    const customer = random.pick(this.customers.filter(({ dedicatedAgent }) => dedicatedAgent?.name === dedicatedAgentName));
    const talk = random.pick(talks.filter(({ queue }) => queue === "Orders"));
    const enteredAt = after(organization.now, -random.between(20, 150) * 1000);
    const roomiest = random.pick(organization.agents.filter(({ queues }) => queues.includes("Orders")));
    const intake = this.#intake({ enteredAt, customer, talk, standing: "stayed_full", roomiest, channels: ["email"] });
    const decision = firstDecision(organization, intake, random, {});
    const conversation = this.#conversation(intake, customer, talk, [decision]);
    const last = addTalk(rows, organization, conversation, 1, random);
    addDecisions(rows, organization, intake.conversationId, [decision]);
    if (decision.outcome.kind !== "waiting") throw new Error("the demo's waiting conversation does not wait");
    const { began, until } = decision.outcome;
    rows.conversations.push({
      ...baseRow(organization, conversation, last),
      routingState: "waiting",
      waitBeganAt: new Date(began),
      waitUntil: new Date(until),
    });
  }

  /** In a queue that nobody available serves. */
  addInLine(queueName: QueueName): void {
    const { organization, random, rows } = this;
    const customer = random.pick(this.customers.filter(({ dedicatedAgent }) => dedicatedAgent === null));
    const talk = random.pick(talks.filter(({ queue }) => queue === queueName));
    const roomiest = random.pick(organization.agents.filter(({ queues }) => queues.includes(queueName)));
    const intake = this.#intake({ enteredAt: after(organization.now, -random.between(4, 25) * minuteMs), customer, talk, standing: "offline", roomiest });
    const decision = firstDecision(organization, intake, random, { normal: { strategy: "most_room", availableCount: 0, candidates: [] } });
    const conversation = this.#conversation(intake, customer, talk, [decision]);
    const last = addTalk(rows, organization, conversation, 1, random);
    addDecisions(rows, organization, intake.conversationId, [decision]);
    rows.conversations.push({ ...baseRow(organization, conversation, last), routingState: "in_line", normalReason: decision.outcome.reason });
  }

  #intake(given: { enteredAt: Date; customer: DemoCustomer; talk: Talk; standing: DedicatedStanding; roomiest: DemoAgent; channels?: readonly string[] }): Intake {
    const { organization, random } = this;
    const { enteredAt, customer, talk, standing, roomiest } = given;
    const key = random.pick(given.channels ?? channelKeys);
    const channel = organization.channels.find((each) => each.key === key);
    const queue = organization.queues.find((each) => each.name === talk.queue);
    if (!channel || !queue) throw new Error(`the demo has no channel ${key} or no queue ${talk.queue}`);
    return { conversationId: idAt(enteredAt), enteredAt, queue, channel, dedicatedAgent: customer.dedicatedAgent, standing, roomiest };
  }

  #conversation(intake: Intake, customer: DemoCustomer, talk: Talk, decisions: readonly StoryDecision[]): DemoConversation {
    const outcome = decisions.at(-1)?.outcome;
    const assignee = outcome?.kind === "assigned" ? (this.organization.agents.find(({ id }) => id === outcome.agentId) ?? null) : null;
    return { intake, customer, talk, decisions, assignee };
  }

  #assigned({ decisions, assignee }: DemoConversation) {
    const last = decisions.at(-1);
    if (!last || last.outcome.kind !== "assigned" || !assignee) throw new Error("the demo's conversation was given to nobody");
    const { reason, normalRouting } = last.outcome;
    return { assigneeId: assignee.id, assignedAt: new Date(last.facts.now), normalReason: normalRouting === null ? null : reason };
  }

  #addDoneEntry(conversationId: string, agent: DemoAgent, at: Date): void {
    this.rows.log.push({
      organizationId: this.organization.organizationId,
      id: idAt(at),
      conversationId,
      at,
      outcome: "out",
      reason: "done",
      agentId: agent.id,
      actorUserId: agent.id,
      facts: {
        now: at.getTime(),
        actor: { kind: "user", name: agent.name },
        previousAgentId: agent.id,
        loadAfter: null,
        capacity: null,
        snoozedUntil: null,
        fromCustomerName: null,
        toCustomerName: null,
      },
    });
  }
}
