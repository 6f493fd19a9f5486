import type { SettingsPart } from "@/generated/prisma/enums";
import type { Actor } from "../auth/actor";
import type { NameRef } from "../contracts/common";
import { neverSaved } from "../reads/settings-save";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { recordSettingsSave } from "./record-audit";
import { settingsInWords } from "./settings-in-words";
import { staleVersion } from "./stale-version";

interface Save<T> {
  readonly part: SettingsPart;
  /** The one this save was made from. */
  readonly version: number;
  readonly write: (tx: Tx) => Promise<T>;
  readonly readCurrent: (organizationId: string) => Promise<{ readonly version: number; readonly updatedBy: NameRef | null }>;
}

/** Saves a part of the settings as a whole, if nobody has saved it since `version`. @throws AppError `stale_version` with the part as it stands */
export async function saveSettingsPart<T>(actor: Actor, { part, version, write, readCurrent }: Save<T>): Promise<T> {
  const { organizationId, userId } = actor;
  const saved = await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const where = { organizationId_part: { organizationId, part } };
    const before = await tx.settingsSave.findUnique({ where, select: { version: true } });
    if ((before?.version ?? neverSaved) !== version) return null;
    const words = await settingsInWords(tx, organizationId, part);
    const result = await write(tx);
    await recordSettingsSave(tx, actor, `${part}.saved`, words, await settingsInWords(tx, organizationId, part));
    const save = { version: version + 1, savedAt: await databaseNow(tx), savedById: userId };
    await tx.settingsSave.upsert({ where, create: { organizationId, part, ...save }, update: save, select: { version: true } });
    return { result };
  });
  if (saved === null) throw staleVersion(await readCurrent(organizationId));
  return saved.result;
}
