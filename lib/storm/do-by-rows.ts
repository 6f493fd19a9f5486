import { presenceGraceMs } from "../contracts/presence";
import { putAbsentOffline } from "../commands/put-absent-offline";
import { announce } from "../router/announce";
import { databaseNow } from "../store/clock";
import { database, transaction, type Tx } from "../store/database";
import { endWaits } from "../store/end-waits";
import { lockOrganization } from "../store/lock-organization";
import type { Deed } from "./deed";

type ByRows = Extract<Deed, { readonly kind: "absent" | "own_capacity" | "active" | "permission" | "member" | "team" | "channel" }>;

/** What no command does yet: written as one would, with the marks that the schema and `lockOrganization` ask for. */
export async function doByRows(organizationId: string, deed: ByRows): Promise<void> {
  if (deed.kind === "absent") return leave(organizationId, deed.agentId);
  if (deed.kind === "own_capacity" && !deed.isUnderLock) {
    await database().agent.updateMany({ where: { organizationId, userId: deed.agentId }, data: { ownCapacity: deed.capacity, changes: { increment: 1 } } });
  } else {
    await transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      await write(tx, organizationId, deed);
    });
  }
  announce(organizationId, ["settings"], { needsRouting: true });
}

async function write(tx: Tx, organizationId: string, deed: Exclude<ByRows, { readonly kind: "absent" }>): Promise<void> {
  switch (deed.kind) {
    case "own_capacity":
      await tx.agent.updateMany({ where: { organizationId, userId: deed.agentId }, data: { ownCapacity: deed.capacity } });
      return;
    case "active":
      await tx.user.updateMany({ where: { organizationId, id: deed.agentId }, data: { isActive: deed.isActive } });
      if (!deed.isActive) await goOffline(tx, organizationId, deed.agentId);
      return;
    case "permission":
      await tx.user.updateMany({ where: { organizationId, id: deed.agentId }, data: { permissionSetId: deed.permissionSetId } });
      return;
    case "member": {
      const member = { organizationId, teamId: deed.teamId, userId: deed.agentId };
      if (deed.isMember) await tx.teamMember.createMany({ data: [member], skipDuplicates: true });
      else await tx.teamMember.deleteMany({ where: member });
      return;
    }
    case "team": {
      const { capacity, routingEnabled } = deed;
      await tx.team.updateMany({ where: { organizationId, id: deed.teamId }, data: { capacity, routingEnabled } });
      return;
    }
    case "channel":
      await tx.channel.updateMany({ where: { organizationId, id: deed.channelId }, data: { isEnabled: deed.isEnabled } });
      // Running waits of a channel that is switched off end (the routing contract, §2 edge 4).
      if (!deed.isEnabled) await endWaits(tx, organizationId, { channelId: deed.channelId });
  }
}

/** Who is deactivated hands back what they are offered, as all who go away. */
async function goOffline(tx: Tx, organizationId: string, userId: string): Promise<void> {
  const data = { status: "offline", customStatusId: null, statusSince: await databaseNow(tx), handsBack: true, changes: { increment: 1 } } as const;
  await tx.agent.updateMany({ where: { organizationId, userId, status: { not: "offline" } }, data });
}

/** Their workspace was last heard of two minutes ago, and a process notices. */
async function leave(organizationId: string, userId: string): Promise<void> {
  await database().$executeRaw`
    INSERT INTO agent_presence (organization_id, user_id, seen_at)
    VALUES (${organizationId}::uuid, ${userId}::uuid, date_trunc('milliseconds', clock_timestamp()) - interval '2 min')
    ON CONFLICT (organization_id, user_id) DO UPDATE SET seen_at = excluded.seen_at`;
  await putAbsentOffline({ organizationId, userId }, presenceGraceMs);
}
