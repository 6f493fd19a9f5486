import type { Actor } from "../auth/actor";
import type { PutSetupBody } from "../contracts/setup";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction } from "../store/database";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

/** Puts the first-run checklist away, or shows it again: for everybody. */
export async function hideSetup(actor: Actor, { isHidden }: PutSetupBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    // Whoever comes second in the same moment changes nothing, and the audit log tells of one.
    const { count } = await tx.organization.updateMany({
      where: { id: organizationId, setupHiddenAt: isHidden ? null : { not: null } },
      data: { setupHiddenAt: isHidden ? await databaseNow(tx) : null },
    });
    if (count === 0) return;
    const { name } = await tx.organization.findFirstOrThrow({ where: { id: organizationId }, select: { name: true } });
    const changes = changesOf({ "first-run checklist": isHidden ? "shown" : "hidden" }, { "first-run checklist": isHidden ? "hidden" : "shown" });
    await recordAudit(tx, actor, { action: "organization.updated", subject: { kind: "organization", id: organizationId, name }, changes });
  });
  announce(organizationId, ["settings"]);
}
