import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { UpdateChannelBody } from "../contracts/channels";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { endWaits } from "../store/end-waits";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

/**
 * Renames a channel, or switches it off or on. Switched off it takes no new conversations, and who waits in it for a
 * dedicated agent goes to normal routing; what is open in it stays open.
 *
 * @throws AppError `not_found`
 */
export async function updateChannel(actor: Actor, channelId: string, body: UpdateChannelBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const where = { organizationId_id: { organizationId, id: channelId } };
    const before = await tx.channel.findUnique({ where, select: { name: true, isEnabled: true } });
    if (!before) throw new AppError("not_found", "There is no channel by that id.");
    const after = { name: body.name ?? before.name, isEnabled: body.isEnabled ?? before.isEnabled };
    const changes = changesOf({ name: before.name, "switched on": before.isEnabled }, { name: after.name, "switched on": after.isEnabled });
    if (changes.length === 0) return;
    await tx.channel.update({ where, data: after, select: { id: true } });
    if (before.isEnabled && !after.isEnabled) await endWaits(tx, organizationId, { channelId });
    await recordAudit(tx, actor, { action: "channel.updated", subject: { kind: "channel", id: channelId, name: after.name }, changes });
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}
