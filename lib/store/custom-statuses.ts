import type { AgentStatus } from "@/generated/prisma/enums";
import type { Tx } from "./database";

/**
 * An organization's own status, which stays until the transaction ends. To be asked before the agent's row: whoever
 * removes a status takes it and its agents in that order.
 *
 * @returns null when there is none by that id
 */
export async function holdCustomStatus(tx: Tx, organizationId: string, id: string): Promise<{ readonly type: AgentStatus } | null> {
  const rows = await tx.$queryRaw<{ type: AgentStatus }[]>`
    SELECT type::text FROM custom_status WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR KEY SHARE`;
  return rows[0] ?? null;
}

/** Locks all of the organization's own statuses until the transaction ends, so that nobody chooses one meanwhile. Before any agent. */
export async function lockCustomStatuses(tx: Tx, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM custom_status WHERE organization_id = ${organizationId}::uuid ORDER BY id FOR UPDATE`;
}

/**
 * Takes agents off the organization's own statuses, to the plain one of the type they have: what routing takes them for,
 * and since when, stays.
 *
 * @returns the agents
 */
export async function leaveCustomStatuses(tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ user_id: string }[]>`
    UPDATE agent SET custom_status_id = NULL, changes = changes + 1
    WHERE organization_id = ${organizationId}::uuid AND user_id IN (
      SELECT user_id FROM agent
      WHERE organization_id = ${organizationId}::uuid AND custom_status_id = ANY (${[...ids]}::uuid[])
      ORDER BY user_id FOR NO KEY UPDATE)
    RETURNING user_id`;
  return rows.map((row) => row.user_id);
}
