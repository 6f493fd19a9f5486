import type { SettingsPart } from "@/generated/prisma/enums";
import type { Tx } from "../store/database";

/** A part of the settings as it stands, field by field as the audit log tells it. */
export async function settingsInWords(tx: Tx, organizationId: string, part: SettingsPart): Promise<Record<string, string>> {
  switch (part) {
    case "queue_rules":
      return rulesInWords(tx, organizationId);
    case "business_hours":
      return hoursInWords(tx, organizationId);
    case "custom_statuses":
      return statusesInWords(tx, organizationId);
  }
}

async function rulesInWords(tx: Tx, organizationId: string): Promise<Record<string, string>> {
  const rules = await tx.queueRule.findMany({ where: { organizationId }, orderBy: { position: "asc" }, include: { queue: { select: { name: true } } } });
  const told = rules.map(({ id, position, name, isEnabled, match, conditions, queue }): [string, string] => [
    `rule ${id}`,
    `${position}. ${name}, ${isEnabled ? "on" : "off"}: ${match} of ${JSON.stringify(conditions)} to ${queue.name}`,
  ]);
  return Object.fromEntries(told);
}

async function hoursInWords(tx: Tx, organizationId: string): Promise<Record<string, string>> {
  const hours = await tx.businessHours.findUnique({ where: { organizationId } });
  if (!hours) return { "open": "always" };
  return { "open": "by the hours", "time zone": hours.timeZone, "week": JSON.stringify(hours.weekly), "other days": JSON.stringify(hours.exceptions) };
}

async function statusesInWords(tx: Tx, organizationId: string): Promise<Record<string, string>> {
  const statuses = await tx.customStatus.findMany({ where: { organizationId }, orderBy: { position: "asc" } });
  return Object.fromEntries(statuses.map(({ id, position, name, type }) => [`status ${id}`, `${position}. ${name} (${type})`]));
}
