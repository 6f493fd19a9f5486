import type { PoolClient } from "pg";
import type { Decision, Outcome } from "../routing/model";
import { arrayText } from "./array-text";

interface Pass {
  readonly client: PoolClient;
  readonly organizationId: string;
  /** Epoch ms. */
  readonly now: number;
}

type Row<K extends Outcome["kind"]> = Extract<Outcome, { kind: K }> & { readonly conversationId: string };

/**
 * Writes what the decisions say into the conversations' rows: a statement for each kind there is, with no more arrays
 * than that kind needs, because each array is read value by value.
 */
export async function writeConversations(client: PoolClient, organizationId: string, now: number, decisions: readonly Decision[]): Promise<void> {
  const pass = { client, organizationId, now };
  await writeAssigned(pass, ofKind(decisions, "assigned"));
  await writeOffered(pass, ofKind(decisions, "offered"));
  await writeWaiting(pass, ofKind(decisions, "waiting"));
  await writeInLine(pass, ofKind(decisions, "in_line"));
  await writePassedOver(pass, decisions.flatMap((decision) => decision.passesOver));
}

function ofKind<K extends Outcome["kind"]>(decisions: readonly Decision[], kind: K): Row<K>[] {
  const rows: Row<K>[] = [];
  for (const { conversationId, outcome } of decisions) if (isOfKind(outcome, kind)) rows.push({ ...outcome, conversationId });
  return rows;
}

function isOfKind<K extends Outcome["kind"]>(outcome: Outcome, kind: K): outcome is Extract<Outcome, { kind: K }> {
  return outcome.kind === kind;
}

/** Its wait is over. */
async function writeAssigned({ client, organizationId, now }: Pass, rows: readonly Row<"assigned">[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-assigned",
    text: `
      UPDATE conversation c SET revision = c.revision + 1, routing_state = 'assigned', assignee_id = d.assignee_id, assigned_at = $2,
        normal_reason = d.normal_reason, wait_began_at = NULL, wait_until = NULL, passed_over_since = NULL
      FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS d (id, assignee_id, normal_reason)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      new Date(now),
      arrayText(rows.map((row) => row.conversationId)),
      arrayText(rows.map((row) => row.agentId)),
      arrayText(rows.map((row) => row.normalRouting && row.reason)),
    ],
  });
}

/** It keeps its wait, should nobody accept. */
async function writeOffered({ client, organizationId }: Pass, rows: readonly Row<"offered">[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-offered",
    text: `
      UPDATE conversation c SET revision = c.revision + 1, routing_state = 'offered', offered_to_id = d.offered_to_id,
        offer_until = d.offer_until, normal_reason = d.normal_reason, passed_over_since = NULL
      FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[]) AS d (id, offered_to_id, offer_until, normal_reason)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      arrayText(rows.map((row) => row.conversationId)),
      arrayText(rows.map((row) => row.agentId)),
      arrayText(rows.map((row) => new Date(row.until))),
      arrayText(rows.map((row) => row.normalRouting && row.reason)),
    ],
  });
}

/** It keeps since when it has been passed over, by which it holds room: a wait decided afresh is the same wait. */
async function writeWaiting({ client, organizationId }: Pass, rows: readonly Row<"waiting">[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-waiting",
    text: `
      UPDATE conversation c SET revision = c.revision + 1, routing_state = 'waiting', wait_began_at = d.wait_began_at,
        wait_until = d.wait_until, normal_reason = NULL
      FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS d (id, wait_began_at, wait_until)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      arrayText(rows.map((row) => row.conversationId)),
      arrayText(rows.map((row) => new Date(row.began))),
      arrayText(rows.map((row) => new Date(row.until))),
    ],
  });
}

/** It keeps the wait it had, so that a changed link gives it no second one. */
async function writeInLine({ client, organizationId }: Pass, rows: readonly Row<"in_line">[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-in-line",
    text: `
      UPDATE conversation c SET revision = c.revision + 1, routing_state = 'in_line', normal_reason = d.normal_reason,
        passed_over_since = NULL, overflow_at = coalesce(d.overflow_at, c.overflow_at), is_overflowed = d.is_overflowed OR c.is_overflowed
      FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::bool[]) AS d (id, normal_reason, overflow_at, is_overflowed)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      arrayText(rows.map((row) => row.conversationId)),
      arrayText(rows.map((row) => row.reason)),
      arrayText(rows.map((row) => (row.overflowAt === undefined ? null : new Date(row.overflowAt)))),
      arrayText(rows.map((row) => row.isOverflowed ?? false)),
    ],
  });
}

async function writePassedOver({ client, organizationId, now }: Pass, passedOver: readonly string[]): Promise<void> {
  if (passedOver.length === 0) return;
  // Not locked before: a row that others change meanwhile is no longer the one that was passed over, and is left alone.
  await client.query({
    name: "pass-over",
    text: `
      UPDATE conversation SET passed_over_since = $2
      WHERE organization_id = $1 AND id IN (
        SELECT id FROM conversation
        WHERE organization_id = $1 AND id = ANY ($3::uuid[]) AND routing_state = 'waiting' AND passed_over_since IS NULL
        FOR NO KEY UPDATE SKIP LOCKED)`,
    values: [organizationId, new Date(now), arrayText(passedOver)],
  });
}
