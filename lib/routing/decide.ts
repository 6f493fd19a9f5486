import { hasRoom } from "./capacity";
import { dedicatedStep } from "./dedicated-agent";
import type { DecisionFacts, Given, NormalFacts, Outcome } from "./model";
import { compareAgents } from "./order";
import type { NormalRoutingCode, ReasonCode } from "./reasons";

/**
 * Decides for one conversation from the facts at its turn: the dedicated check, then normal routing. Pure; the stored
 * facts of a decision give the same outcome again (the routing contract, §2 for the table and its edges, §4.5).
 */
export function decide(facts: DecisionFacts): Outcome {
  const step = dedicatedStep(facts);
  switch (step.kind) {
    case "assigned":
      return give(facts, step.agentId, step.reason, null);
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

/**
 * The routing contract, §3, and §2 edge 7: the dedicated agent first, if among those with room; not when somebody has
 * just transferred it to this queue (edge 18).
 */
function routeNormally(facts: DecisionFacts, reason: ReasonCode): Outcome {
  const { strategy } = facts.normal;
  // They come with room; asked again, because nothing may take a load above a capacity (§4.1).
  const candidates = facts.normal.candidates.filter((agent) => hasRoom(agent, facts.conversation.weight));
  if (facts.settings.dedicatedAgentEnabled && facts.conversation.dedicatedSkip !== "transferred") {
    const dedicated = candidates.find((agent) => agent.id === facts.conversation.dedicatedAgentId);
    if (dedicated) return give(facts, dedicated.id, reason, "dedicated_preferred");
  }
  const best = firstOf(candidates, compareAgents[strategy]);
  if (best) return give(facts, best.id, reason, strategy);
  return { kind: "in_line", reason, normalRouting: noneReason(facts.normal), ...overflowOf(facts) };
}

/** Assigns it, or with *agents accept* offers it for the accept timeout (the routing contract, §3 "assigning items"). */
function give({ now, settings }: DecisionFacts, agentId: string, reason: ReasonCode, normalRouting: NormalRoutingCode | null): Given {
  const { acceptTimeoutSeconds } = settings;
  if (acceptTimeoutSeconds === undefined) return { kind: "assigned", agentId, reason, normalRouting };
  return { kind: "offered", agentId, until: now + acceptTimeoutSeconds * 1000, reason, normalRouting };
}

function noneReason({ availableCount, refusedCount = 0 }: NormalFacts): NormalRoutingCode {
  if (availableCount > 0) return "all_at_capacity";
  return refusedCount > 0 ? "all_declined" : "no_agent_available";
}

/** When its queue's overflow begins, and whether it has: counted from when it first stood in line; an edited time leaves those who stand there as they are (§3 "overflow"). */
export function overflowOf({ now, conversation, normal }: DecisionFacts): { readonly overflowAt?: number; readonly isOverflowed?: true } {
  const { overflowAfterSeconds } = normal;
  const overflowAt = conversation.overflowAt ?? (overflowAfterSeconds === undefined ? undefined : now + overflowAfterSeconds * 1000);
  return { ...(overflowAt !== undefined && { overflowAt }), ...(normal.isOverflow && { isOverflowed: true }) };
}

function firstOf<T>(items: readonly T[], compare: (a: T, b: T) => number): T | null {
  let first: T | null = null;
  for (const item of items) if (first === null || compare(item, first) < 0) first = item;
  return first;
}
