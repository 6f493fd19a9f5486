import type { Actor } from "../auth/actor";
import { badField } from "../contracts/app-error";
import type { PutRoutingSettingsBody } from "../contracts/routing-settings";
import { readRoutingSettings } from "../reads/routing-settings";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { transaction, type Tx } from "../store/database";
import { endWaits } from "../store/end-waits";
import { lockOrganization } from "../store/lock-organization";
import { recordSettingsSave } from "./record-audit";
import { staleVersion } from "./stale-version";

/**
 * Saves the routing settings if nobody has saved since `version`. Running waits keep their end when a timeout is edited;
 * they end at once when the feature is switched off, and are decided afresh in a channel that no longer waits for absent
 * agents (the routing contract, §2 edge 4). Offers that stand when offering is switched off stand until they are answered or
 * lapse. Channels left out stay as they are, and so does `general`.
 *
 * @throws AppError `stale_version` with the settings as they stand, `validation_failed` for a channel there isn't.
 */
export async function saveRoutingSettings(actor: Actor, body: PutRoutingSettingsBody): Promise<void> {
  const { organizationId } = actor;
  const isSaved = await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const before = await tx.routingSettings.findUniqueOrThrow({ where: { organizationId } });
    if (before.version !== body.version) return false;
    const words = await inWords(tx, organizationId);
    await saveChannels(tx, organizationId, body.channels);
    if (before.dedicatedAgentEnabled && !body.dedicatedAgentEnabled) await endWaits(tx, organizationId, {});
    await tx.routingSettings.update({
      where: { organizationId },
      data: {
        version: { increment: 1 },
        dedicatedAgentEnabled: body.dedicatedAgentEnabled,
        ...body.general,
        updatedAt: await databaseNow(tx),
        updatedById: actor.userId,
      },
    });
    await recordSettingsSave(tx, actor, "routing_settings.saved", words, await inWords(tx, organizationId));
    return true;
  });
  if (!isSaved) throw staleVersion(await readRoutingSettings(organizationId));
  announce(organizationId, ["settings"], { needsRouting: true });
}

/** As the audit log tells them. */
async function inWords(tx: Tx, organizationId: string) {
  const settings = await tx.routingSettings.findUniqueOrThrow({ where: { organizationId } });
  const channels = await tx.channel.findMany({ where: { organizationId }, orderBy: { position: "asc" } });
  return {
    "Dedicated Agent": settings.dedicatedAgentEnabled,
    "Assigning items": settings.assigning === "automatic" ? "automatic" : "agents accept",
    "Accept timeout": `${settings.acceptTimeoutSeconds} s`,
    "Automatic user unassignment": settings.automaticUserUnassignment,
    "Requeue when offline": settings.requeueWhenOffline,
    "Transfers check the dedicated agent": settings.transferChecksDedicated,
    ...Object.fromEntries(channels.map(({ name, dedicatedTimeoutSeconds, whenAgentAbsent }) => [name, `${dedicatedTimeoutSeconds} s, ${whenAgentAbsent === "wait" ? "waits" : "routes"} when absent`])),
  };
}

async function saveChannels(tx: Tx, organizationId: string, channels: PutRoutingSettingsBody["channels"]): Promise<void> {
  const present = new Map((await tx.channel.findMany({ where: { organizationId } })).map((channel) => [channel.id, channel]));
  for (const [index, { id, timeoutSeconds, whenAgentAbsent }] of channels.entries()) {
    const before = present.get(id);
    if (!before) throw badField(`channels.${index}.id`, "is no channel of this organization");
    if (before.dedicatedTimeoutSeconds === timeoutSeconds && before.whenAgentAbsent === whenAgentAbsent) continue;
    await tx.channel.update({
      where: { organizationId_id: { organizationId, id } },
      data: { dedicatedTimeoutSeconds: timeoutSeconds, whenAgentAbsent },
    });
    if (before.whenAgentAbsent === "wait" && whenAgentAbsent === "route") await endWaits(tx, organizationId, { channelId: id });
  }
}
