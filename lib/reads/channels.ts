import type { Prisma } from "@/generated/prisma/client";
import { requirePermission, type Actor } from "../auth/actor";
import { builtInChannels, type Channel } from "../contracts/channels";
import { database } from "../store/database";

const channelSelect = { id: true, key: true, name: true, isEnabled: true, dedicatedTimeoutSeconds: true, whenAgentAbsent: true } as const satisfies Prisma.ChannelSelect;

/** In the organization's order, those that are off too. */
export async function listChannels(actor: Actor): Promise<{ items: Channel[] }> {
  requirePermission(actor, "channel.manage");
  const rows = await database().channel.findMany({ where: { organizationId: actor.organizationId }, orderBy: [{ position: "asc" }, { id: "asc" }], select: channelSelect });
  return { items: rows.map(toChannel) };
}

export async function readChannel(organizationId: string, id: string): Promise<Channel> {
  return toChannel(await database().channel.findFirstOrThrow({ where: { organizationId, id }, select: channelSelect }));
}

function toChannel({ dedicatedTimeoutSeconds, ...row }: Prisma.ChannelGetPayload<{ select: typeof channelSelect }>): Channel {
  return { ...row, timeoutSeconds: dedicatedTimeoutSeconds, isBuiltIn: builtInChannels.some(({ key }) => key === row.key) };
}
