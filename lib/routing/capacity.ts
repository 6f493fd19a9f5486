import type { AgentFacts, CandidateFacts } from "./model";

/** Capacity minus load, never below 0, in weights (the routing contract, §1 "room"). */
export function roomOf(agent: CandidateFacts): number {
  return Math.max(0, agent.capacity - agent.load);
}

/** Whether a conversation of this weight fits beside what the agent holds (the routing contract, §1 "has room"). */
export function hasRoom(agent: CandidateFacts, weight: number): boolean {
  return roomOf(agent) >= weight;
}

/** Whether it would fit an agent who holds nothing at all (the routing contract, §2 edge 1). */
export function canEverFit(agent: CandidateFacts, weight: number): boolean {
  return agent.capacity >= weight;
}

/** The agent as they stand once given a conversation of this weight at `now` (epoch ms); the input stays as it was. */
export function afterAssignment(agent: AgentFacts, weight: number, now: number): AgentFacts {
  return {
    id: agent.id,
    isRoutable: agent.isRoutable,
    status: agent.status,
    load: agent.load + weight,
    capacity: agent.capacity,
    lastAssignedAt: now,
    ...(agent.customStatus !== undefined && { customStatus: agent.customStatus }),
  };
}
