import type { RoutingLogEntryModel } from "@/generated/prisma/models";
import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { RoutingLogEntry } from "../contracts/conversations";
import { explain } from "../routing/explain";
import { database } from "../store/database";
import { toLogEntry } from "./log-entry";
import { nameSelect } from "./name-ref";
import { withoutDedicatedAgent } from "./redact-log-entry";

/** "Why here?" of one conversation, oldest first. @throws AppError `not_found` */
export async function getRoutingLog(actor: Actor, conversationId: string): Promise<{ items: RoutingLogEntry[] }> {
  requirePermission(actor, "routing_log.read");
  const { organizationId } = actor;
  const conversation = await database().conversation.findFirst({
    where: { organizationId, id: conversationId },
    select: { id: true },
  });
  if (!conversation) throw new AppError("not_found", "There is no conversation by that id.");
  const rows = await database().routingLogEntry.findMany({ where: { organizationId, conversationId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const names = await namesOf(organizationId, rows);
  const entries = rows.map((row) => toContract(row, names));
  return { items: maySeeDedicatedAgents(actor) ? entries : entries.flatMap((entry) => withoutDedicatedAgent(entry) ?? []) };
}

type Names = ReadonlyMap<string, string>;

function toContract(row: RoutingLogEntryModel, names: Names): RoutingLogEntry {
  const entry = toLogEntry(row);
  const nameOf = (id: string) => names.get(id) ?? "Somebody";
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: entry.by,
    outcome: row.outcome,
    reason: row.reason,
    normalRouting: row.normalRouting,
    agent: row.agentId === null ? null : { id: row.agentId, name: nameOf(row.agentId) },
    sentence: explain(entry, nameOf),
    facts: { ...entry.facts },
  };
}

/** Of every agent that an entry names, in one look-up: users are few, so all of the organization's are read at once. */
async function namesOf(organizationId: string, rows: readonly RoutingLogEntryModel[]): Promise<Names> {
  if (rows.length === 0) return new Map();
  const users = await database().user.findMany({ where: { organizationId }, select: nameSelect });
  return new Map(users.map(({ id, name }) => [id, name]));
}
