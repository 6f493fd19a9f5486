import { afterAssignment } from "./capacity";
import { isGiven, type ConversationFacts, type Decision, type Outcome, type RoutableAgent, type Snapshot } from "./model";

/**
 * The conversation once the outcome is saved; null when it was given to somebody. In line it keeps the
 * wait it had, so that a link changed later starts no second timeout (the routing contract, §2 edge 4).
 */
export function conversationAfter(conversation: ConversationFacts, outcome: Outcome): ConversationFacts | null {
  switch (outcome.kind) {
    case "assigned":
    case "offered":
      return null;
    case "waiting":
      return { ...conversation, state: "waiting", waitBeganAt: outcome.began, waitUntil: outcome.until };
    case "in_line":
      return {
        ...conversation,
        state: "in_line",
        normalReason: outcome.reason,
        passedOverSince: null,
        ...(outcome.overflowAt !== undefined && { overflowAt: outcome.overflowAt }),
        ...(outcome.isOverflowed && { isOverflowed: true }),
      };
  }
}

/** The agent once given this conversation at `now` (epoch ms). */
export function agentAfter(agent: RoutableAgent, conversation: ConversationFacts, now: number): RoutableAgent {
  return { ...agent, ...afterAssignment(agent, conversation.weight, now) };
}

/** The waiting conversation once it has been passed over at `now` (epoch ms); the first time counts. */
export function passedOverAt(conversation: ConversationFacts, now: number): ConversationFacts {
  return { ...conversation, passedOverSince: conversation.passedOverSince ?? now };
}

/**
 * The snapshot as it is at the same instant once these decisions are saved. Its input stays as it was. Throws on decisions
 * that were not made from it.
 */
export function advance(snapshot: Snapshot, decisions: readonly Decision[]): Snapshot {
  const { now } = snapshot;
  const agents = new Map(snapshot.agents.map((agent) => [agent.id, agent]));
  const conversations = new Map(snapshot.conversations.map((conversation) => [conversation.id, conversation]));
  for (const { conversationId, outcome, passesOver } of decisions) {
    const conversation = known(conversations, conversationId);
    const next = conversationAfter(conversation, outcome);
    if (next) conversations.set(conversationId, next);
    else conversations.delete(conversationId);
    if (isGiven(outcome)) agents.set(outcome.agentId, agentAfter(known(agents, outcome.agentId), conversation, now));
    for (const id of passesOver) conversations.set(id, passedOverAt(known(conversations, id), now));
  }
  return { ...snapshot, agents: [...agents.values()], conversations: [...conversations.values()] };
}

function known<T>(things: ReadonlyMap<string, T>, id: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`The snapshot lacks ${id}, which a decision names.`);
  return thing;
}
