import type { RoutingLogEntryModel } from "@/generated/prisma/models";
import { overflowOf } from "../routing/decide";
import type { HandFacts, LogEntry } from "../routing/log-entry";
import type { DecisionFacts, Outcome } from "../routing/model";
import { handCodes, normalRoutingCodes, reasonCodes } from "../routing/reasons";

/**
 * A row of the routing log as the entry that was written. Only lib/store writes it, so that the facts are of the shape
 * that goes with the code; a row that is not is a bug.
 */
export function toLogEntry(row: RoutingLogEntryModel): LogEntry {
  const at = row.at.getTime();
  const facts: unknown = row.facts;
  const code = handCodes.find((known) => known === row.reason);
  if (code !== undefined && isHandFacts(facts)) return { by: "hand", at, code, agentId: row.agentId, facts };
  if (isDecisionFacts(facts)) return { by: "router", at, outcome: toOutcome(row, facts), facts };
  throw new Error(`the routing log's entry ${row.id} can't be read`);
}

function toOutcome(row: RoutingLogEntryModel, facts: DecisionFacts): Outcome {
  const { now, settings, channel, conversation } = facts;
  const reason = reasonCodes.find((known) => known === row.reason);
  const normalRouting = normalRoutingCodes.find((known) => known === row.normalRouting) ?? null;
  const { agentId, outcome } = row;
  if (reason !== undefined && outcome === "assigned" && agentId !== null) return { kind: "assigned", agentId, reason, normalRouting };
  if (reason !== undefined && outcome === "offered" && agentId !== null) {
    return { kind: "offered", agentId, until: now + (settings.acceptTimeoutSeconds ?? 0) * 1000, reason, normalRouting };
  }
  if (reason !== undefined && outcome === "in_line" && normalRouting !== null) {
    return { kind: "in_line", reason, normalRouting, ...overflowOf(facts) };
  }
  if (reason !== undefined && outcome === "waiting" && agentId !== null) {
    // A wait keeps its first beginning and end; one that began with this decision has the channel's timeout.
    const began = conversation.waitBeganAt ?? now;
    return { kind: "waiting", agentId, began, until: conversation.waitUntil ?? began + channel.timeoutSeconds * 1000, reason };
  }
  throw new Error(`the routing log's entry ${row.id} can't be read`);
}

function isHandFacts(facts: unknown): facts is HandFacts {
  return typeof facts === "object" && facts !== null && "actor" in facts && "now" in facts;
}

function isDecisionFacts(facts: unknown): facts is DecisionFacts {
  return typeof facts === "object" && facts !== null && "conversation" in facts && "channel" in facts && "normal" in facts;
}
