import type { SettingsPart } from "@/generated/prisma/enums";
import type { NameRef } from "../contracts/common";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

/** How often, when and by whom a part of the settings was saved. */
export interface SavedPart {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: NameRef | null;
}

/**
 * The last save of a part. To be read before the part itself: then what is shown is never older than its version, and a
 * save made from it undoes nobody's.
 */
export async function readSavedPart(organizationId: string, part: SettingsPart): Promise<SavedPart> {
  const { createdAt, settingsSaves } = await database().organization.findFirstOrThrow({
    where: { id: organizationId },
    select: {
      createdAt: true,
      settingsSaves: { where: { part }, select: { version: true, savedAt: true, savedBy: { select: nameSelect } } },
    },
  });
  const save = settingsSaves[0];
  return {
    version: save?.version ?? neverSaved,
    updatedAt: (save?.savedAt ?? createdAt).toISOString(),
    updatedBy: save?.savedBy ? toNameRef(save.savedBy) : null,
  };
}

/** The version of what nobody has saved. */
export const neverSaved = 1;
