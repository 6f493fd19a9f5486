import type { LiveTopic } from "../../lib/contracts/live";
import { announce } from "../../lib/router/announce";
import { pool } from "../../lib/store/database";
import type { Job, JobResult } from "./job";
import { play } from "./play";

interface Arrivals {
  readonly organizationId: string;
  readonly channelId: string;
  readonly queueIds: readonly string[];
}

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

/** Writes the conversations, commits, and tells the router as the command does. */
export async function recordConversations({ organizationId, channelId, queueIds }: Arrivals, customerIds: readonly string[]): Promise<void> {
  const { rows } = await pool().query<{ conversation_id: string }>({
    name: "record-conversations",
    text: recordSql,
    values: [organizationId, channelId, queueIds, customerIds],
  });
  const topics = [
    ...rows.map((row): LiveTopic => `conversation:${row.conversation_id}`),
    ...customerIds.map((id): LiveTopic => `customer:${id}`),
  ];
  announce(organizationId, topics, { needsRouting: true });
}

export async function recordBursts(job: Extract<Job, { kind: "bursts" }>): Promise<JobResult> {
  const left = job.bursts.entries();
  const took: number[] = [];
  const record = async () => {
    for (const [, customerIds] of left) {
      const began = performance.now();
      await recordConversations(job, customerIds);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: job.connections }, record));
  return { values: took, failed: 0, firstError: null };
}

export function flood(job: Extract<Job, { kind: "flood" }>): Promise<JobResult> {
  return play(job.atMs, async (index) => {
    const customerId = job.customerIds[index % job.customerIds.length];
    if (customerId === undefined) throw new Error("there is no customer");
    await recordConversations(job, [customerId]);
  });
}
