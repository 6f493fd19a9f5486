import type { Deed, Told } from "./deed";
import type { ObservedConversation } from "./observe";
import { tell, type RoundSeen } from "./round-seen";

type OfConversation = Extract<Deed, { readonly conversationId: string }>;

/**
 * What was acknowledged is there (what was not may be or not: its process died on the way). Of the facts of a round that
 * met on one conversation the order is nobody's, so what they must have led to is asked only of those that were alone.
 */
export function checkAcknowledged(seen: RoundSeen): string[] {
  const { told, observed } = seen;
  const rows = new Map(observed.conversations.map((row) => [row.id, row]));
  return [...checkBegun(seen, rows), ...told.flatMap((one) => checkOne(seen, rows, one))];
}

/** Begun twice under one id it is one conversation. */
function checkBegun({ told }: RoundSeen, rows: ReadonlyMap<string, ObservedConversation>): string[] {
  const problems: string[] = [];
  const begun = new Map<string, string>();
  for (const { deed, outcome } of told) {
    if ((deed.kind !== "begin" && deed.kind !== "open") || outcome.kind !== "done" || outcome.made === null) continue;
    const key = `${deed.customerId} ${deed.channel} ${deed.clientMessageId}`;
    const earlier = begun.get(key);
    if (earlier !== undefined && earlier !== outcome.made) problems.push(`begun twice under ${key}: ${earlier} and ${outcome.made}`);
    begun.set(key, outcome.made);
    if (!rows.has(outcome.made)) problems.push(`acknowledged, and not there: conversation ${outcome.made}`);
  }
  return problems;
}

function checkOne(seen: RoundSeen, rows: ReadonlyMap<string, ObservedConversation>, { deed, outcome }: Told): string[] {
  if (outcome.kind !== "done") return [];
  if (deed.kind === "link") return checkLink(seen, deed);
  if (deed.kind === "own_capacity") {
    const isAlone = seen.told.filter(({ deed: other }) => other.kind === "own_capacity" && other.agentId === deed.agentId).length === 1;
    const agent = seen.observed.agents.find(({ id }) => id === deed.agentId);
    return isAlone && agent && agent.own_capacity !== deed.capacity ? [`acknowledged, and not so: ${JSON.stringify(deed)} ${JSON.stringify(agent)}`] : [];
  }
  if (!("conversationId" in deed)) return [];
  const row = rows.get(deed.conversationId);
  if (!row) return [`acknowledged, and not there: ${JSON.stringify(deed)}`];
  const isAlone = seen.told.filter(({ deed: other }) => "conversationId" in other && other.conversationId === deed.conversationId).length === 1;
  return !isAlone || isSo(seen, deed, row) ? [] : [`acknowledged, and not so: ${JSON.stringify(deed)} ${tell(row)}`];
}

function checkLink({ told, observed }: RoundSeen, deed: Extract<Deed, { kind: "link" }>): string[] {
  const others = told.filter(({ deed: other }) => (other.kind === "link" && other.customerId === deed.customerId) || other.kind === "merge");
  if (others.length > 1) return [];
  const unlinked = observed.conversations.filter((row) => row.intake_customer_id === deed.customerId && row.linked_agent_id !== deed.toId);
  return unlinked.map((row) => `acknowledged, and not so: ${JSON.stringify(deed)} ${tell(row)}`);
}

/** Whether a conversation is as the one fact about it left it, or as the clock, the router or an agent's absence has made of that since. */
function isSo({ entriesOf, observed, told }: RoundSeen, deed: OfConversation, row: ObservedConversation): boolean {
  const codes = new Set((entriesOf.get(row.id) ?? []).map(({ reason }) => reason));
  const isAway = (agentId: string | null) => observed.agents.find(({ id }) => id === agentId)?.status === "offline" || codes.has("requeued_offline");
  switch (deed.kind) {
    case "message":
    case "reopen":
      return row.state === "open";
    case "reply":
      return true;
    case "done":
      return row.state === "done";
    case "snooze":
      return row.state === "snoozed" || codes.has("woke");
    case "assign":
      if (deed.toId === null) return codes.has("unassigned_by_hand") || row.assignee_id === null || row.routing_state !== "assigned";
      // Assigned while it was snoozed, it may have woken since, and left one who was not there (edge 16).
      return row.assignee_id === deed.toId || isAway(deed.toId) || codes.has("woke");
    case "transfer":
      return row.queue_id === deed.queueId && codes.has("transferred_to_queue");
    case "route_now":
      return codes.has("route_now_pressed") && row.routing_state !== "waiting";
    case "accept":
      return codes.has("offer_accepted") && (deed.agentId === null || row.assignee_id === deed.agentId || isAway(deed.agentId));
    case "decline":
      return codes.has("offer_declined");
    case "move":
      return row.customer_id === deed.customerId || told.some(({ deed: other }) => other.kind === "merge");
  }
}
