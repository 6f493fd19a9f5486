import { isByRouter, tell, type RoundSeen } from "./round-seen";

/** What every row must be like by itself (the routing contract, §4.1 to §4.3). Each broken rule is a sentence. */
export function checkRows({ observed, told, entriesOf, overBefore }: RoundSeen): string[] {
  const { now, agents, conversations, noted, snapshot } = observed;
  const problems = noted.map((what) => `noted: ${what}`);
  const statusOf = new Map(agents.map(({ id, status }) => [id, status]));
  for (const row of conversations) {
    const isBroken = (what: string) => problems.push(`${what}: ${tell(row)}`);
    const isWith = row.routing_state === "assigned" ? row.assignee_id : row.routing_state === "offered" ? row.offered_to_id : null;
    if (row.routing_state === "pending") isBroken("still to be decided");
    if ((row.routing_state === "out") !== (row.state !== "open")) isBroken("open and out of routing, or the other way round");
    if (row.state === "open" && row.assignee_id !== null && row.routing_state !== "assigned") isBroken("assigned, and something else");
    if ((row.routing_state === "assigned" || row.routing_state === "offered") && isWith === null) isBroken("with nobody");
    if (row.routing_state === "waiting" && (row.wait_until?.getTime() ?? 0) <= now) isBroken("waits for an instant that has passed");
    if (row.routing_state === "offered" && (row.offer_until?.getTime() ?? 0) <= now) isBroken("offered until an instant that has passed");
    if (row.routing_state === "offered" && statusOf.get(row.offered_to_id ?? "") !== "available") isBroken("offered to one who is away");
    if (row.intake_is_merged) isBroken("came in from a customer who was merged");
    if (row.state === "open" && row.assignee_id === null && row.dedicated_agent_id !== row.linked_agent_id) isBroken(`has not followed the link to ${row.linked_agent_id}`);
  }
  const mayExceed = new Set([...entriesOf.values()].flat().flatMap((entry) => (isByRouter(entry) ? [] : [entry.agent_id])));
  const isCapacityChanged = told.some(({ deed }) => deed.kind === "own_capacity" || deed.kind === "team" || deed.kind === "member");
  for (const { id, load, held } of agents) {
    if (load !== held) problems.push(`agent ${id} has a load of ${load} and holds ${held}`);
    const capacity = snapshot.agents.find((agent) => agent.id === id)?.capacity ?? 0;
    const isExplained = overBefore.has(id) || isCapacityChanged || mayExceed.has(id);
    if (load > capacity && !isExplained) problems.push(`agent ${id} has ${load} of ${capacity}, and nobody did that by hand`);
  }
  return problems;
}
