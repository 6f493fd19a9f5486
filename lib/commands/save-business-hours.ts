import type { Actor } from "../auth/actor";
import type { PutBusinessHoursBody } from "../contracts/business-hours";
import { readBusinessHours } from "../reads/business-hours";
import { announce } from "../router/announce";
import { saveSettingsPart } from "./save-settings-part";

/** Saves when the organization is open, or that it always is (null). @throws AppError `stale_version` with the hours as they stand */
export async function saveBusinessHours(actor: Actor, { version, hours }: PutBusinessHoursBody): Promise<void> {
  const { organizationId } = actor;
  await saveSettingsPart(actor, {
    part: "business_hours",
    version,
    write: async (tx) => {
      if (hours === null) await tx.businessHours.deleteMany({ where: { organizationId } });
      else await tx.businessHours.upsert({ where: { organizationId }, create: { organizationId, ...hours }, update: hours, select: { organizationId: true } });
    },
    readCurrent: readBusinessHours,
  });
  announce(organizationId, ["settings"]);
}
