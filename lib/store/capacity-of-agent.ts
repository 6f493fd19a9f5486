import type { Tx } from "./database";

/** What capacityOf() tells of a user that was read, in one statement: whoever asks it holds locks. */
export async function capacityOfAgent(tx: Tx, organizationId: string, userId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ capacity: number }[]>`
    SELECT coalesce(a.own_capacity, max(t.capacity), 0) AS capacity
    FROM agent a
    LEFT JOIN team_member m ON m.organization_id = a.organization_id AND m.user_id = a.user_id
    LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id AND t.routing_enabled
    WHERE a.organization_id = ${organizationId}::uuid AND a.user_id = ${userId}::uuid
    GROUP BY a.own_capacity`;
  return rows[0]?.capacity ?? 0;
}
