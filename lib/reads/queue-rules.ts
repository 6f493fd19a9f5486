import { requirePermission, type Actor } from "../auth/actor";
import { queueRule, type QueueRules } from "../contracts/queue-rules";
import { database } from "../store/database";
import { readSavedPart } from "./settings-save";

export async function getQueueRules(actor: Actor): Promise<QueueRules> {
  requirePermission(actor, "routing_settings.read");
  return readQueueRules(actor.organizationId);
}

/** Without asking for routing_settings.read: for the answer to a save. */
export async function readQueueRules(organizationId: string): Promise<QueueRules> {
  const saved = await readSavedPart(organizationId, "queue_rules");
  const rules = await database().queueRule.findMany({
    where: { organizationId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, isEnabled: true, match: true, conditions: true, queueId: true },
  });
  return { ...saved, rules: rules.map((rule) => queueRule.parse(rule)) };
}
