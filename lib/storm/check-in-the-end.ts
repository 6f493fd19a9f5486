import type { Pool } from "pg";
import type { Told } from "./deed";

/** What only the whole past can say: every message that was acknowledged is there, once. */
export async function checkInTheEnd(pool: Pool, sent: readonly Told[]): Promise<string[]> {
  const problems: string[] = [];
  const { rows } = await pool.query<{ conversation_id: string; client_message_id: string }>("SELECT conversation_id, client_message_id FROM message WHERE client_message_id IS NOT NULL");
  const conversationsOf = new Map<string, string[]>();
  for (const { conversation_id, client_message_id } of rows) conversationsOf.set(client_message_id, [...(conversationsOf.get(client_message_id) ?? []), conversation_id]);
  for (const { deed, outcome } of sent) {
    if (!("clientMessageId" in deed) || outcome.kind !== "done") continue;
    const found = conversationsOf.get(deed.clientMessageId) ?? [];
    const conversationId = "conversationId" in deed ? deed.conversationId : outcome.made;
    if (found.length !== 1 || found[0] !== conversationId) problems.push(`acknowledged, and in ${found.length} conversations: ${JSON.stringify(deed)} ${found.join(", ")}`);
  }
  const { rows: counts } = await pool.query<{ loads: number }>("SELECT last_value::int AS loads FROM storm_router_loads");
  const loads = counts[0]?.loads ?? 0;
  if (loads < 10) problems.push("the watch over the router's loads saw none of them: its statement has changed");
  return problems;
}
