import { canEverFit, hasRoom } from "./capacity";
import { hasPassed, waitOf } from "./deadline";
import type { AgentFacts, ConversationFacts, DecisionFacts } from "./model";
import type { ReasonCode } from "./reasons";

/** How the dedicated check ended for one conversation. `began` and `until` are epoch ms. */
export type DedicatedStep =
  | { readonly kind: "normal"; readonly reason: ReasonCode }
  | { readonly kind: "assigned"; readonly agentId: string; readonly reason: ReasonCode }
  | {
      readonly kind: "waits";
      readonly agentId: string;
      readonly began: number;
      readonly until: number;
      readonly reason: ReasonCode;
    };

/** What the check looks at before it asks for room: nothing that changes in the course of a pass. */
export type DedicatedGateFacts = Pick<
  DecisionFacts,
  "now" | "settings" | "channel" | "conversation" | "dedicatedAgent"
>;

/** Either it goes to normal routing at once, or it contends for this agent's room. */
export type DedicatedGate =
  | { readonly kind: "normal"; readonly reason: ReasonCode }
  | { readonly kind: "contends"; readonly agent: AgentFacts };

/** The whole dedicated check: the table of the routing contract, §2, with its edges 1, 2, 4, 6, 8, 11 and 18. */
export function dedicatedStep(facts: DecisionFacts): DedicatedStep {
  const gate = dedicatedGate(facts);
  return gate.kind === "normal" ? gate : askForRoom(facts, gate.agent);
}

/**
 * The part of the check that no load changes. An ended wait is asked before everything about the agent, so that a
 * deadline and a freed slot in the same instant have one winner (edge 6); but after what ends every wait, because
 * then nobody was being waited for any more.
 */
export function dedicatedGate(facts: DedicatedGateFacts): DedicatedGate {
  const { now, settings, channel, conversation, dedicatedAgent: agent } = facts;
  if (isPastDedicatedCheck(conversation)) return normal(conversation.normalReason ?? "no_dedicated_agent");
  if (conversation.dedicatedSkip !== undefined) return normal(conversation.dedicatedSkip);
  if (conversation.dedicatedAgentId === null) return normal("no_dedicated_agent");
  if (!settings.dedicatedAgentEnabled) return normal("feature_off");
  const isWaiting = conversation.state === "waiting";
  if (isWaiting && hasPassed(waitOf(conversation, channel, now).until, now)) return normal("dedicated_timed_out");
  if (agent === null || !agent.isRoutable) return normal("dedicated_inactive");
  if (conversation.refusals?.some((refusal) => refusal.agentId === agent.id)) return normal("dedicated_declined");
  if (!channel.isEnabled) return normal("channel_off");
  if (!canEverFit(agent, conversation.weight)) return normal("dedicated_never_fits");
  switch (agent.status) {
    case "available":
    case "busy":
      return { kind: "contends", agent };
    case "unavailable":
    case "offline":
      if (channel.whenAgentAbsent === "wait") return { kind: "contends", agent };
      return normal(isWaiting ? "dedicated_left" : absentReason[agent.status]);
  }
}

/**
 * Whether an earlier decision of this cycle made the check: it stands in line, or normal routing offered it to somebody
 * who did not take it.
 */
export function isPastDedicatedCheck({ state, normalReason }: ConversationFacts): boolean {
  return state === "in_line" || normalReason !== null;
}

/** Assigned if the agent is there, has room and holds it for nobody else; otherwise the one wait of this cycle. */
function askForRoom(facts: DecisionFacts, agent: AgentFacts): DedicatedStep {
  const { now, channel, conversation } = facts;
  const isFree = agent.status === "available" && facts.heldForConversationId === null;
  if (isFree && hasRoom(agent, conversation.weight)) {
    const reason = conversation.state === "waiting" ? "dedicated_freed" : "dedicated_available";
    return { kind: "assigned", agentId: agent.id, reason };
  }
  const { began, until } = waitOf(conversation, channel, now);
  if (hasPassed(until, now)) return normal("dedicated_timed_out");
  return { kind: "waits", agentId: agent.id, began, until, reason: waitReason(agent) };
}

const absentReason = {
  unavailable: "dedicated_unavailable",
  offline: "dedicated_offline",
} as const satisfies Record<"unavailable" | "offline", ReasonCode>;

/** Busy counts as no room (the routing contract, §2). */
function waitReason(agent: AgentFacts): ReasonCode {
  switch (agent.status) {
    case "available":
    case "busy":
      return "dedicated_at_capacity";
    case "unavailable":
    case "offline":
      return absentReason[agent.status];
  }
}

function normal(reason: ReasonCode): { readonly kind: "normal"; readonly reason: ReasonCode } {
  return { kind: "normal", reason };
}
