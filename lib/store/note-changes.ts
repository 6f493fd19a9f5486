import type { LockedPass } from "./pass-transaction";
import type { LoadedSnapshot } from "./snapshot";

/** Says which changes this pass has taken in. Last, because it locks agents' rows, which come after conversations. */
export async function noteChanges({ client, organizationId }: LockedPass, loaded: LoadedSnapshot): Promise<void> {
  if (loaded.changes !== null) {
    await client.query({
      name: "note-organization-changes",
      text: "UPDATE organization_router SET changes_routed = $2 WHERE organization_id = $1",
      values: [organizationId, loaded.changes],
    });
  }
  if (loaded.changedAgents.size === 0) return;
  // An agent whose row somebody holds is changing: the pass that follows notes it.
  await client.query({
    name: "note-agent-changes",
    text: `
      UPDATE agent a SET changes_routed = n.changes
      FROM (
        SELECT l.user_id, n.changes FROM agent l
        JOIN unnest($2::uuid[], $3::int[]) AS n (user_id, changes) ON l.user_id = n.user_id
        WHERE l.organization_id = $1 FOR NO KEY UPDATE OF l SKIP LOCKED) n
      WHERE a.organization_id = $1 AND a.user_id = n.user_id`,
    values: [organizationId, [...loaded.changedAgents.keys()], [...loaded.changedAgents.values()]],
  });
}

/**
 * Leaves a mark on agents whom the next pass must look at anew, though nothing has changed about them: what this pass
 * saw of them is not to be seen a second time. An agent whose row somebody holds can't be waited for, since other agents
 * are held already: then the whole organization is looked at.
 */
export async function leaveMarks({ client, organizationId }: LockedPass, agentIds: readonly string[]): Promise<void> {
  if (agentIds.length === 0) return;
  const { rowCount } = await client.query({
    name: "leave-marks",
    text: `
      UPDATE agent a SET changes = a.changes + 1
      FROM (
        SELECT user_id FROM agent WHERE organization_id = $1 AND user_id = ANY ($2::uuid[])
        ORDER BY user_id FOR NO KEY UPDATE SKIP LOCKED) l
      WHERE a.organization_id = $1 AND a.user_id = l.user_id`,
    values: [organizationId, [...agentIds]],
  });
  if (rowCount === agentIds.length) return;
  await client.query({
    name: "leave-mark-on-organization",
    text: "UPDATE organization_router SET changes = changes + 1 WHERE organization_id = $1",
    values: [organizationId],
  });
}
