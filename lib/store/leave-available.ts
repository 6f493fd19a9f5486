import type { Tx } from "./database";

/**
 * An available agent becomes Unavailable, without having said so; what else they are offered is to be taken back. One
 * who is not available any more stays as they are. The caller holds no agent's row with a higher id.
 */
export async function leaveAvailable(tx: Tx, { organizationId, userId }: { organizationId: string; userId: string }, now: Date): Promise<void> {
  await tx.agent.updateMany({
    where: { organizationId, userId, status: "available" },
    data: { status: "unavailable", statusSince: now, customStatusId: null, handsBack: true, changes: { increment: 1 } },
  });
}
