import type { Actor } from "../auth/actor";
import { neverSaved } from "../reads/settings-save";
import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";

/**
 * Lets the queue rules that lead to one queue lead to another. That is a save of the rules: whoever is editing them is
 * told, instead of naming a queue that is gone. The caller holds the organization's lock.
 *
 * @returns the names of those rules, in their order
 */
export async function redirectRules(tx: Tx, { organizationId, userId }: Actor, fromQueueId: string, toQueueId: string): Promise<string[]> {
  const rules = await tx.queueRule.findMany({ where: { organizationId, queueId: fromQueueId }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { name: true } });
  if (rules.length === 0) return [];
  await tx.queueRule.updateMany({ where: { organizationId, queueId: fromQueueId }, data: { queueId: toQueueId } });
  const where = { organizationId_part: { organizationId, part: "queue_rules" } } as const;
  const save = { savedAt: await databaseNow(tx), savedById: userId };
  await tx.settingsSave.upsert({
    where,
    create: { organizationId, part: "queue_rules", version: neverSaved + 1, ...save },
    update: { version: { increment: 1 }, ...save },
    select: { version: true },
  });
  return rules.map(({ name }) => name);
}
