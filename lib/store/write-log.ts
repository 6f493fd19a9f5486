import type { PoolClient } from "pg";
import type { Decision } from "../routing/model";
import { arrayText, separator } from "./array-text";
import { FactsText } from "./facts-text";
import { newIds } from "./new-id";

/** The entries of decisions as the statement takes them. */
export interface LogText {
  readonly count: number;
  readonly at: Date;
  readonly columns: readonly string[];
}

/** `now`: of the pass, epoch ms. */
export function logText(now: number, decisions: readonly Decision[]): LogText {
  const text = new FactsText();
  return {
    count: decisions.length,
    at: new Date(now),
    columns: [
      arrayText(newIds(decisions.length)),
      arrayText(decisions.map(({ conversationId }) => conversationId)),
      arrayText(decisions.map(({ outcome }) => outcome.kind)),
      arrayText(decisions.map(({ outcome }) => outcome.reason)),
      arrayText(decisions.map(({ outcome }) => ("normalRouting" in outcome ? outcome.normalRouting : null))),
      arrayText(decisions.map(({ outcome }) => ("agentId" in outcome ? outcome.agentId : null))),
      decisions.map(({ facts }) => text.of(facts)).join(separator),
    ],
  };
}

/** Writes the entries, each with the facts its decision was made from. */
export async function writeLog(client: PoolClient, organizationId: string, { count, at, columns }: LogText): Promise<void> {
  if (count === 0) return;
  await client.query({
    name: "write-log",
    text: `
      INSERT INTO routing_log (organization_id, id, conversation_id, at, outcome, reason, normal_routing, agent_id, facts)
      SELECT $1, d.id, d.conversation_id, $2, d.outcome::routing_outcome, d.reason, d.normal_routing, d.agent_id, d.facts::json
      FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], string_to_array($9, '${separator}'))
        AS d (id, conversation_id, outcome, reason, normal_routing, agent_id, facts)`,
    values: [organizationId, at, ...columns],
  });
}
