import { requirePermission, type Actor } from "../auth/actor";
import type { RoutingSettings } from "../contracts/routing-settings";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

export async function getRoutingSettings(actor: Actor): Promise<RoutingSettings> {
  requirePermission(actor, "routing_settings.read");
  return readRoutingSettings(actor.organizationId);
}

/** Without asking for routing_settings.read: for the answer to a save. */
export async function readRoutingSettings(organizationId: string): Promise<RoutingSettings> {
  // First: what is shown beside it is then never older than its version, and a save made from it undoes nobody's.
  const settings = await database().routingSettings.findFirstOrThrow({ where: { organizationId }, include: { updatedBy: { select: nameSelect } } });
  const [channels, waitingCount] = await Promise.all([
    database().channel.findMany({ where: { organizationId, isEnabled: true }, orderBy: [{ position: "asc" }, { id: "asc" }] }),
    database().conversation.count({ where: { organizationId, routingState: "waiting" } }),
  ]);
  return {
    version: settings.version,
    dedicatedAgentEnabled: settings.dedicatedAgentEnabled,
    channels: channels.map(({ id, key, name, dedicatedTimeoutSeconds, whenAgentAbsent }) => ({
      id,
      key,
      name,
      timeoutSeconds: dedicatedTimeoutSeconds,
      whenAgentAbsent,
    })),
    general: {
      automaticUserUnassignment: settings.automaticUserUnassignment,
      requeueWhenOffline: settings.requeueWhenOffline,
      transferChecksDedicated: settings.transferChecksDedicated,
      assigning: settings.assigning,
      acceptTimeoutSeconds: settings.acceptTimeoutSeconds,
    },
    updatedAt: settings.updatedAt.toISOString(),
    updatedBy: settings.updatedBy ? toNameRef(settings.updatedBy) : null,
    waitingCount,
  };
}
