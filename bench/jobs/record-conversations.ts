import type { LiveTopic } from "../../lib/contracts/live";
import { announce } from "../../lib/router/announce";
import { pool } from "../../lib/store/database";
import type { Arrivals, Job, JobResult } from "./job";
import { play } from "./play";

/**
 * What the command that begins a conversation writes, for many customers by one statement in one transaction: the
 * conversation, with the customer's dedicated agent as it is linked now, and its first message. As if as many app
 * processes as it takes had recorded them at once.
 */
const recordSql = `
  WITH begun AS (
    INSERT INTO conversation (organization_id, id, customer_id, intake_customer_id, channel_id, queue_id, dedicated_agent_id,
      created_at, entered_at, last_message_at, last_message_preview)
    SELECT $1, uuidv7(), c.id, c.id, $2, ($3::uuid[])[1 + n % cardinality($3::uuid[])], c.dedicated_agent_id,
      clock_timestamp(), clock_timestamp(), clock_timestamp(), 'Hello'
    FROM unnest($4::uuid[]) WITH ORDINALITY AS a (customer_id, n)
    JOIN customer c ON c.organization_id = $1 AND c.id = a.customer_id
    RETURNING id)
  INSERT INTO message (organization_id, id, conversation_id, author, text, created_at)
  SELECT $1, uuidv7(), begun.id, 'customer', 'Hello', clock_timestamp() FROM begun
  RETURNING conversation_id`;

/** Writes the conversations in one transaction, and tells the router afterwards as the command does. */
export async function recordConversations(burst: readonly Arrivals[]): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const recorded = [];
    for (const { organizationId, channelId, queueIds, customerIds } of burst) {
      const { rows } = await client.query<{ conversation_id: string }>({
        name: "record-conversations",
        text: recordSql,
        values: [organizationId, channelId, queueIds, customerIds],
      });
      recorded.push({ organizationId, topics: topicsOf(rows, customerIds) });
    }
    await client.query("COMMIT");
    for (const { organizationId, topics } of recorded) announce(organizationId, topics, { needsRouting: true });
  } finally {
    client.release();
  }
}

function topicsOf(rows: readonly { conversation_id: string }[], customerIds: readonly string[]): LiveTopic[] {
  return [...rows.map((row): LiveTopic => `conversation:${row.conversation_id}`), ...customerIds.map((id): LiveTopic => `customer:${id}`)];
}

/** @returns how long each burst took to record */
export async function recordBursts({ bursts }: Extract<Job, { kind: "bursts" }>): Promise<JobResult> {
  const took: number[] = [];
  for (const burst of bursts) {
    const began = performance.now();
    await recordConversations(burst);
    took.push(performance.now() - began);
  }
  return { values: took, failed: 0, firstError: null };
}

export function flood({ customerIds, atMs, ...organization }: Extract<Job, { kind: "flood" }>): Promise<JobResult> {
  return play(atMs, async (index) => {
    const customerId = customerIds[index % customerIds.length];
    if (customerId === undefined) throw new Error("there is no customer");
    await recordConversations([{ ...organization, customerIds: [customerId] }]);
  });
}
