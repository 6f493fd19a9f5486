import { requirePermission, type Actor } from "../auth/actor";
import { businessHours, type BusinessHoursSettings } from "../contracts/business-hours";
import { database } from "../store/database";
import { readSavedPart } from "./settings-save";

export async function getBusinessHours(actor: Actor): Promise<BusinessHoursSettings> {
  requirePermission(actor, "routing_settings.read");
  return readBusinessHours(actor.organizationId);
}

/** Without asking for routing_settings.read: for the answer to a save. */
export async function readBusinessHours(organizationId: string): Promise<BusinessHoursSettings> {
  const saved = await readSavedPart(organizationId, "business_hours");
  const hours = await database().businessHours.findFirst({
    where: { organizationId },
    select: { timeZone: true, weekly: true, exceptions: true },
  });
  return { ...saved, hours: hours && businessHours.parse(hours) };
}
