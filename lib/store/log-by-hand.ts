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

const entriesAStatement = 1000;

/** Writes what was done outside the router into the routing log, in the transaction of its effect. */
export async function logByHand(tx: Tx, entry: HandLogEntry): Promise<void> {
  await tx.routingLogEntry.create({ data: toRow(entry), select: { id: true } });
}

/** As logByHand, for what was done to many conversations at once. */
export async function logAllByHand(tx: Tx, entries: readonly HandLogEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += entriesAStatement) {
    await tx.routingLogEntry.createMany({ data: entries.slice(start, start + entriesAStatement).map(toRow) });
  }
}

function toRow({ code, facts, ...entry }: HandLogEntry) {
  return { ...entry, id: newId(), at: new Date(facts.now), reason: code, facts: { ...facts, actor: { ...facts.actor } } };
}
