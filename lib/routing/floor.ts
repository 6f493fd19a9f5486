import { isAvailable, QueueCandidates, type Seat } from "./candidates";
import { afterAssignment } from "./capacity";
import { isDueToHold, isDueToOverflow } from "./deadline";
import type { DedicatedGateFacts } from "./dedicated-agent";
import type { ChannelFacts, ConversationFacts, DecisionFacts, NormalFacts, QueueFacts, Refusal, Snapshot } from "./model";

/** The agents and queues of one pass as they stand in its course. Copies what it changes: the snapshot stays as it was. */
export class Floor {
  readonly #snapshot: Snapshot;
  readonly #seats = new Map<string, Seat>();
  readonly #channels = new Map<string, ChannelFacts>();
  readonly #queues = new Map<string, QueueFacts>();
  readonly #candidates = new Map<string, QueueCandidates>();
  /** With the overflow teams. */
  readonly #overflowCandidates = new Map<string, QueueCandidates>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    // `queueIds` stays out of the facts: a decision stores them, and an agent may serve many queues.
    for (const { queueIds, overflowQueueIds = [], statusSince = -Infinity, ...agent } of snapshot.agents) {
      this.#seats.set(agent.id, { agent, queueIds, overflowQueueIds, statusSince, heldForConversationId: null, unfitIds: [] });
    }
    for (const channel of snapshot.channels) this.#channels.set(channel.id, channel);
    for (const queue of snapshot.queues) this.#queues.set(queue.id, queue);
  }

  /** What the dedicated check asks first; throws if the snapshot lacks the conversation's channel. */
  gateFactsOf(conversation: ConversationFacts): DedicatedGateFacts {
    const channel = this.#channels.get(conversation.channelId);
    if (!channel) throw lacks("channel", conversation.channelId, conversation);
    const { now, settings } = this.#snapshot;
    return { now, settings, channel, conversation, dedicatedAgent: this.#dedicatedSeat(conversation)?.agent ?? null };
  }

  /** All facts of this conversation as they stand at its turn; throws if the snapshot lacks its channel or queue. */
  factsOf(conversation: ConversationFacts): DecisionFacts {
    const { queueId } = conversation;
    const seat = this.#dedicatedSeat(conversation);
    const normal = this.#normalFactsOf(conversation, seat);
    const { now, settings, channel, dedicatedAgent } = this.gateFactsOf(conversation);
    const heldForConversationId = seat?.heldForConversationId ?? null;
    const facts = { now, settings, channel, conversation, dedicatedAgent, heldForConversationId, normal };
    return seat ? { ...facts, dedicatedAgentServesQueue: seat.queueIds.includes(queueId) } : facts;
  }

  /**
   * Gives the conversation to the agent. Returns the ids of those waiting for that agent that did not fit and are
   * passed over by it for the first time (the routing contract, §2 edge 8).
   */
  assign(conversation: ConversationFacts, agentId: string): readonly string[] {
    const seat = this.#seats.get(agentId);
    if (!seat) throw new Error(`The snapshot lacks agent ${agentId}, whom conversation ${conversation.id} was given.`);
    seat.agent = afterAssignment(seat.agent, conversation.weight, this.#snapshot.now);
    this.#forget(seat);
    return seat.unfitIds.splice(0);
  }

  /** Notes that one stays waiting for its dedicated agent: from now on it may be passed over, or holds their room. */
  leaveWaiting(conversation: ConversationFacts): void {
    const seat = this.#dedicatedSeat(conversation);
    if (!seat || seat.heldForConversationId !== null || !isAvailable(seat.agent)) return;
    if (isDueToHold(conversation, this.#snapshot.now)) {
      seat.heldForConversationId = conversation.id;
      this.#forget(seat);
    } else if (conversation.passedOverSince === null) {
      seat.unfitIds.push(conversation.id);
    }
  }

  #dedicatedSeat(conversation: ConversationFacts): Seat | null {
    const { dedicatedAgentId } = conversation;
    return dedicatedAgentId === null ? null : (this.#seats.get(dedicatedAgentId) ?? null);
  }

  #normalFactsOf(conversation: ConversationFacts, dedicated: Seat | null): NormalFacts {
    const isOverflow = isDueToOverflow(conversation, this.#snapshot.now);
    const candidates = this.#candidatesOf(conversation, isOverflow);
    const refusing = (conversation.refusals ?? []).flatMap((refusal) => {
      const seat = this.#seats.get(refusal.agentId);
      return seat && candidates.has(seat) && stands(refusal, seat) ? [seat] : [];
    });
    const facts = candidates.normalFacts(conversation.weight, new Set(refusing));
    return dedicated && !refusing.includes(dedicated) ? candidates.withDedicated(facts, dedicated, conversation.weight) : facts;
  }

  #candidatesOf(conversation: ConversationFacts, isOverflow: boolean): QueueCandidates {
    const { queueId } = conversation;
    const ofQueues = isOverflow ? this.#overflowCandidates : this.#candidates;
    const known = ofQueues.get(queueId);
    if (known) return known;
    const queue = this.#queues.get(queueId);
    if (!queue) throw lacks("queue", queueId, conversation);
    const seats: Seat[] = [];
    for (const seat of this.#seats.values()) {
      const serves = seat.queueIds.includes(queueId) || (isOverflow && seat.overflowQueueIds.includes(queueId));
      if (serves && isAvailable(seat.agent)) seats.push(seat);
    }
    const candidates = new QueueCandidates(seats, queue, isOverflow);
    ofQueues.set(queueId, candidates);
    return candidates;
  }

  #forget(seat: Seat): void {
    for (const queueId of seat.queueIds) {
      this.#candidates.get(queueId)?.forget();
      this.#overflowCandidates.get(queueId)?.forget();
    }
    for (const queueId of seat.overflowQueueIds) this.#overflowCandidates.get(queueId)?.forget();
  }
}

/** A refusal stands until the agent becomes available anew: otherwise one whom all have refused would wait for ever. */
function stands(refusal: Refusal, seat: Seat): boolean {
  return refusal.at >= seat.statusSince;
}

function lacks(noun: string, id: string, conversation: ConversationFacts): Error {
  return new Error(`The snapshot lacks ${noun} ${id}, which conversation ${conversation.id} names.`);
}
