import { hasRoom } from "./capacity";
import { dedicatedStep } from "./dedicated-agent";
import type { AgentFacts, DecisionFacts, Outcome } from "./model";
import { compareAgents } from "./order";
import type { ReasonCode } from "./reasons";

/**
 * Decides for one conversation from the facts at its turn: the dedicated check, then normal routing. Pure; the stored
 * facts of a decision give the same outcome again (the routing contract, §2 for the table and its edges, §4.5).
 */
export function decide(facts: DecisionFacts): Outcome {
  const step = dedicatedStep(facts);
  switch (step.kind) {
    case "assigned":
      return { kind: "assigned", agentId: step.agentId, reason: step.reason, normalRouting: null };
    case "waits":
      return {
        kind: "waiting",
        agentId: step.agentId,
        began: step.began,
        until: step.until,
        reason: step.reason,
      };
    case "normal":
      return routeNormally(facts, step.reason);
  }
}

/** The routing contract, §3, and §2 edge 7: the dedicated agent first, if among those with room. */
function routeNormally(facts: DecisionFacts, reason: ReasonCode): Outcome {
  const { strategy, availableCount } = facts.normal;
  const candidates = facts.normal.candidates.filter((agent) => mayTake(agent, facts));
  if (facts.settings.dedicatedAgentEnabled) {
    const dedicated = candidates.find((agent) => agent.id === facts.conversation.dedicatedAgentId);
    if (dedicated) return { kind: "assigned", agentId: dedicated.id, reason, normalRouting: "dedicated_preferred" };
  }
  const best = firstOf(candidates, compareAgents[strategy]);
  if (best) return { kind: "assigned", agentId: best.id, reason, normalRouting: strategy };
  return {
    kind: "in_line",
    reason,
    normalRouting: availableCount === 0 ? "no_agent_available" : "all_at_capacity",
  };
}

/** Candidates come with room; asked again, because nothing may take a load above a capacity (§4.1). */
function mayTake(agent: AgentFacts, facts: DecisionFacts): boolean {
  return agent.isRoutable && agent.status === "available" && hasRoom(agent, facts.conversation.weight);
}

function firstOf<T>(items: readonly T[], compare: (a: T, b: T) => number): T | null {
  let first: T | null = null;
  for (const item of items) if (first === null || compare(item, first) < 0) first = item;
  return first;
}
