import type { RoutingOutcome } from "@/generated/prisma/enums";
import type { HandFacts } from "../routing/log-entry";
import type { HandCode } from "../routing/reasons";
import type { Tx } from "./database";
import { newId } from "./new-id";

export interface HandLogEntry {
  readonly organizationId: string;
  readonly conversationId: string;
  readonly code: HandCode;
  /** Where the conversation stands after it. */
  readonly outcome: RoutingOutcome;
  readonly agentId: string | null;
  readonly actorUserId: string | null;
  readonly facts: HandFacts;
}

/** Writes what was done outside the router into the routing log, in the transaction of its effect. */
export async function logByHand(tx: Tx, entry: HandLogEntry): Promise<void> {
  await tx.routingLogEntry.create({ data: { organizationId: entry.organizationId, ...toRow(entry) }, select: { id: true } });
}

/** As logByHand, for what was done to many conversations at once: however many, it is one statement. */
export async function logAllByHand(tx: Tx, organizationId: string, entries: readonly Omit<HandLogEntry, "organizationId">[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO routing_log (organization_id, id, conversation_id, at, outcome, reason, agent_id, actor_user_id, facts)
    SELECT ${organizationId}::uuid, e.id, e."conversationId", e.at, e.outcome, e.reason, e."agentId", e."actorUserId", e.facts
    FROM json_to_recordset(${JSON.stringify(entries.map(toRow))}::json)
      AS e (id uuid, "conversationId" uuid, at timestamptz, outcome routing_outcome, reason text, "agentId" uuid, "actorUserId" uuid, facts jsonb)`;
}

function toRow({ conversationId, code, outcome, agentId, actorUserId, facts }: Omit<HandLogEntry, "organizationId">) {
  return { id: newId(), conversationId, at: new Date(facts.now), outcome, reason: code, agentId, actorUserId, facts: { ...facts, actor: { ...facts.actor } } };
}
