import type { Tx } from "./database";

/**
 * Ends running waits so that the router decides them afresh: of the whole organization, or of one channel. They keep
 * `waitUntil`, so that nobody waits longer than one timeout in all. The caller holds the organization's lock.
 *
 * @returns how many waits it ended.
 */
export function endWaits(tx: Tx, organizationId: string, filter: { readonly channelId?: string } = {}): Promise<number> {
  const channelId = filter.channelId ?? null;
  // By id, as every statement that locks several conversations.
  return tx.$executeRaw`
    UPDATE conversation SET routing_state = 'pending', revision = revision + 1
    WHERE organization_id = ${organizationId}::uuid AND id IN (
      SELECT id FROM conversation
      WHERE organization_id = ${organizationId}::uuid AND routing_state = 'waiting'
        AND (${channelId}::uuid IS NULL OR channel_id = ${channelId}::uuid)
      ORDER BY id FOR NO KEY UPDATE)`;
}
