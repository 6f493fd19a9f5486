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
  const { organizationId, conversationId, code, outcome, agentId, actorUserId, facts } = entry;
  await tx.routingLogEntry.create({
    data: {
      organizationId,
      id: newId(),
      conversationId,
      at: new Date(facts.now),
      outcome,
      reason: code,
      agentId,
      actorUserId,
      facts: { ...facts, actor: { ...facts.actor } },
    },
    select: { id: true },
  });
}
