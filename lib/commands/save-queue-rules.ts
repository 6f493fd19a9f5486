import type { Actor } from "../auth/actor";
import { badField } from "../contracts/app-error";
import type { PutQueueRulesBody } from "../contracts/queue-rules";
import { readQueueRules } from "../reads/queue-rules";
import { announce } from "../router/announce";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { saveSettingsPart } from "./save-settings-part";

/**
 * Saves all queue rules in their order. They count for conversations that come in or come back from now on; those that
 * stand in a queue stay there.
 *
 * @throws AppError `stale_version` with the rules as they stand, `validation_failed` for a rule or a queue there isn't.
 */
export async function saveQueueRules(actor: Actor, { version, rules }: PutQueueRulesBody): Promise<void> {
  const { organizationId } = actor;
  await saveSettingsPart(actor, {
    part: "queue_rules",
    version,
    write: (tx) => writeRules(tx, organizationId, rules),
    readCurrent: readQueueRules,
  });
  announce(organizationId, ["settings"]);
}

async function writeRules(tx: Tx, organizationId: string, rules: PutQueueRulesBody["rules"]): Promise<void> {
  await refuseUnknown(tx, organizationId, rules);
  // Nothing refers to a rule by its id: what was decided names it.
  await tx.queueRule.deleteMany({ where: { organizationId } });
  await tx.queueRule.createMany({
    data: rules.map(({ id = newId(), name, isEnabled, match, conditions, queueId }, index) => ({
      organizationId,
      id,
      position: index + 1,
      name,
      isEnabled,
      match,
      conditions,
      queueId,
    })),
  });
}

async function refuseUnknown(tx: Tx, organizationId: string, rules: PutQueueRulesBody["rules"]): Promise<void> {
  const present = await tx.queueRule.findMany({ where: { organizationId }, select: { id: true } });
  const queues = await tx.queue.findMany({ where: { organizationId }, select: { id: true } });
  for (const [index, { id, queueId }] of rules.entries()) {
    if (id !== undefined && !present.some((rule) => rule.id === id)) throw badField(`rules.${index}.id`, "is no rule of this organization; leave it out for a new one");
    if (!queues.some((queue) => queue.id === queueId)) throw badField(`rules.${index}.queueId`, "is no queue of this organization");
  }
}
