import type { Tx } from "./database";

/**
 * Takes the lock of the organization's router passes until the transaction ends, and notes that what every decision
 * rests on changes (settings, channels, queues, teams, capacities), so that a pass is due. For such rare writes only:
 * facts about one conversation or agent lock their own rows.
 */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<void> {
  await tx.organizationRouter.update({
    where: { organizationId },
    data: { changes: { increment: 1 } },
    select: { organizationId: true },
  });
}
