import { decide } from "./decide";
import { dedicatedGate } from "./dedicated-agent";
import { Floor } from "./floor";
import { isGiven, type ConversationFacts, type Decision, type DecisionFacts, type Outcome, type Snapshot } from "./model";
import { compareForAgent, compareInLine } from "./order";

/**
 * Decides for every conversation of a snapshot, each from the facts at its turn. First those who contend for their
 * dedicated agent's room, so that a freed slot goes to the waiting one (the routing contract, §2 edges 8 and 9); then
 * all that go to normal routing (§3). Lists, in that order, only what changes something: one that goes on waiting or
 * stands in line as before has none, a `pending` one always has one.
 *
 * Pure: the same snapshot in any order gives the same decisions, and is not changed. Throws if the snapshot lacks a
 * channel or queue that a conversation names; a dedicated agent it lacks counts as inactive.
 */
export function plan(snapshot: Snapshot): Decision[] {
  const floor = new Floor(snapshot);
  const forAgent: ConversationFacts[] = [];
  const forQueue: ConversationFacts[] = [];
  for (const conversation of snapshot.conversations) {
    const gate = dedicatedGate(floor.gateFactsOf(conversation));
    (gate.kind === "contends" ? forAgent : forQueue).push(conversation);
  }

  const decisions: Decision[] = [];
  const take = (conversation: ConversationFacts, facts: DecisionFacts, outcome: Outcome): void => {
    const passesOver = isGiven(outcome) ? floor.assign(conversation, outcome.agentId) : [];
    if (changes(conversation, outcome)) {
      decisions.push({ conversationId: conversation.id, outcome, facts, passesOver });
    }
  };

  for (const conversation of forAgent.sort(compareForAgent(snapshot.now))) {
    const facts = floor.factsOf(conversation);
    const outcome = decide(facts);
    if (outcome.reason === "dedicated_timed_out") {
      // No room, and its one wait (kept from another agent) is over: it takes its turn among the others.
      forQueue.push(conversation);
      continue;
    }
    take(conversation, facts, outcome);
    if (outcome.kind === "waiting") floor.leaveWaiting(conversation);
  }

  for (const conversation of forQueue.sort(compareInLine)) {
    const facts = floor.factsOf(conversation);
    take(conversation, facts, decide(facts));
  }
  return decisions;
}

/** Whether the outcome is anything else than what the conversation's row says already. */
function changes(conversation: ConversationFacts, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "assigned":
    case "offered":
      return true;
    case "in_line":
      return conversation.state !== "in_line" || conversation.isOverflowed !== outcome.isOverflowed;
    case "waiting":
      return (
        conversation.state !== "waiting" ||
        conversation.waitBeganAt !== outcome.began ||
        conversation.waitUntil !== outcome.until
      );
  }
}
