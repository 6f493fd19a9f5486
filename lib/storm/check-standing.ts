import { decide } from "../routing/decide";
import type { ConversationFacts, RoutableAgent, Snapshot } from "../routing/model";
import { plan } from "../routing/plan";
import type { RoundSeen } from "./round-seen";

/**
 * Once the router has caught up it has nothing left to do, though it is shown the whole organization and not only what
 * its marks lead to; and by rules written anew nobody is left where room is (the routing contract, §4.4).
 */
export function checkStanding({ observed: { snapshot } }: RoundSeen): string[] {
  const left = plan(snapshot).map((decision) => `left undone: ${JSON.stringify({ ...decision, outcome: decide(decision.facts) })}`);
  return [...left, ...snapshot.conversations.flatMap((conversation) => checkOne(snapshot, conversation))];
}

function checkOne(snapshot: Snapshot, conversation: ConversationFacts): string[] {
  const problems: string[] = [];
  const isBroken = (what: string) => problems.push(`${what}: ${JSON.stringify(conversation)}`);
  const { now, settings, agents } = snapshot;
  const channel = snapshot.channels.find(({ id }) => id === conversation.channelId);
  if (conversation.state === "in_line") {
    if ((conversation.isOverflowed ?? false) !== isOverflowDue(snapshot, conversation)) isBroken("an overflow that is due is not said, or the other way round");
    for (const agent of agents) {
      if (!mayServe(snapshot, agent, conversation) || refuses(agent, conversation) || holderOf(snapshot, agent)) continue;
      if (isFree(agent, conversation.weight)) isBroken(`in line while ${agent.id} has room`);
    }
    return problems;
  }
  const agent = agents.find(({ id }) => id === conversation.dedicatedAgentId);
  if (!agent) return [`waits for nobody: ${JSON.stringify(conversation)}`];
  if (!settings.dedicatedAgentEnabled || !channel?.isEnabled || !agent.isRoutable || conversation.dedicatedSkip) isBroken("waits though nothing is to wait for");
  const isAbsent = agent.status === "offline" || agent.status === "unavailable";
  if (isAbsent && channel?.whenAgentAbsent !== "wait") isBroken("waits for one who is away");
  if (agent.capacity < conversation.weight) isBroken("waits for room that there can never be");
  if (conversation.waitUntil === null || conversation.waitUntil <= now) isBroken("waits without an end to come");
  const holder = holderOf(snapshot, agent);
  if ((!holder || holder === conversation) && isFree(agent, conversation.weight)) isBroken(`waits while ${agent.id} has room`);
  return problems;
}

function isFree(agent: RoutableAgent, weight: number): boolean {
  return agent.isRoutable && agent.status === "available" && agent.load + weight <= agent.capacity;
}

function isOverflowDue({ now }: Snapshot, { overflowAt }: ConversationFacts): boolean {
  return overflowAt !== undefined && overflowAt <= now;
}

function mayServe(snapshot: Snapshot, agent: RoutableAgent, conversation: ConversationFacts): boolean {
  const { queueId } = conversation;
  return agent.queueIds.includes(queueId) || (isOverflowDue(snapshot, conversation) && (agent.overflowQueueIds ?? []).includes(queueId));
}

/** They have let it go, and have not become available anew since. */
export function refuses(agent: RoutableAgent, { refusals = [] }: Pick<ConversationFacts, "refusals">): boolean {
  return refusals.some((refusal) => refusal.agentId === agent.id && refusal.at >= (agent.statusSince ?? 0));
}

/** One that has been passed over for a minute and does not fit the agent; any such one holds their room. */
function holderOf({ now, conversations }: Snapshot, agent: RoutableAgent): ConversationFacts | undefined {
  return conversations.find(({ state, dedicatedAgentId, passedOverSince, weight }) => {
    const isDue = passedOverSince !== null && now - passedOverSince >= 60_000;
    return state === "waiting" && dedicatedAgentId === agent.id && isDue && !isFree(agent, weight);
  });
}
