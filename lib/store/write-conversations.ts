import type { PoolClient } from "pg";
import type { Decision, Outcome } from "../routing/model";
import { arrayText } from "./array-text";

/**
 * Writes what the decisions say into the conversations' rows. Those that are assigned, which most are, by a statement of
 * their own: each array that a statement takes is read value by value, and theirs are three instead of ten.
 */
export async function writeConversations(client: PoolClient, organizationId: string, now: number, decisions: readonly Decision[]): Promise<void> {
  await writeAssigned(client, organizationId, now, decisions.flatMap((decision) => (decision.outcome.kind === "assigned" ? [{ decision, outcome: decision.outcome }] : [])));
  await writeStanding(client, organizationId, decisions.flatMap((decision) => (decision.outcome.kind === "assigned" ? [] : [toRow(decision, decision.outcome)])));
  await writePassedOver(client, organizationId, now, decisions.flatMap((decision) => decision.passesOver));
}

interface AssignedDecision {
  readonly decision: Decision;
  readonly outcome: Extract<Outcome, { kind: "assigned" }>;
}

/** Their wait is over. */
async function writeAssigned(client: PoolClient, organizationId: string, now: number, assigned: readonly AssignedDecision[]): Promise<void> {
  if (assigned.length === 0) return;
  await client.query({
    name: "write-assigned",
    text: `
      UPDATE conversation c SET
        revision = c.revision + 1,
        routing_state = 'assigned',
        assignee_id = d.assignee_id,
        assigned_at = $2,
        normal_reason = d.normal_reason,
        wait_began_at = NULL,
        wait_until = NULL,
        passed_over_since = NULL
      FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS d (id, assignee_id, normal_reason)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      new Date(now),
      arrayText(assigned.map(({ decision }) => decision.conversationId)),
      arrayText(assigned.map(({ outcome }) => outcome.agentId)),
      arrayText(assigned.map(({ outcome }) => outcome.normalRouting && outcome.reason)),
    ],
  });
}

/** Those in line and those offered keep the wait they had, so that a changed link, or a refusal, gives them no second one. */
async function writeStanding(client: PoolClient, organizationId: string, rows: readonly StandingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-standing",
    text: `
      UPDATE conversation c SET
        revision = c.revision + 1,
        routing_state = d.routing_state::routing_state,
        offered_to_id = d.offered_to_id,
        offer_until = d.offer_until,
        normal_reason = d.normal_reason,
        wait_began_at = d.wait_began_at,
        wait_until = d.wait_until,
        passed_over_since = NULL,
        overflow_at = coalesce(d.overflow_at, c.overflow_at),
        is_overflowed = d.is_overflowed OR c.is_overflowed
      FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::uuid[], $8::timestamptz[],
          $9::timestamptz[], $10::bool[])
        AS d (id, routing_state, normal_reason, wait_began_at, wait_until, offered_to_id, offer_until, overflow_at, is_overflowed)
      WHERE c.organization_id = $1 AND c.id = d.id`,
    values: [
      organizationId,
      arrayText(rows.map((row) => row.id)),
      arrayText(rows.map((row) => row.routingState)),
      arrayText(rows.map((row) => row.normalReason)),
      arrayText(rows.map((row) => row.waitBeganAt)),
      arrayText(rows.map((row) => row.waitUntil)),
      arrayText(rows.map((row) => row.offeredToId)),
      arrayText(rows.map((row) => row.offerUntil)),
      arrayText(rows.map((row) => row.overflowAt)),
      arrayText(rows.map((row) => row.isOverflowed)),
    ],
  });
}

async function writePassedOver(client: PoolClient, organizationId: string, now: number, passedOver: readonly string[]): Promise<void> {
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

type Standing = Exclude<Outcome, { kind: "assigned" }>;
type StandingRow = ReturnType<typeof toRow>;

function toRow({ conversationId, facts }: Decision, outcome: Standing) {
  const { waitBeganAt, waitUntil } = facts.conversation;
  const base = {
    id: conversationId,
    routingState: outcome.kind,
    offeredToId: null,
    offerUntil: null,
    normalReason: null,
    waitBeganAt: toDate(waitBeganAt),
    waitUntil: toDate(waitUntil),
    overflowAt: null,
    isOverflowed: false,
  };
  switch (outcome.kind) {
    case "offered":
      return { ...base, offeredToId: outcome.agentId, offerUntil: toDate(outcome.until), normalReason: outcome.normalRouting && outcome.reason };
    case "waiting":
      return { ...base, waitBeganAt: toDate(outcome.began), waitUntil: toDate(outcome.until) };
    case "in_line":
      return { ...base, normalReason: outcome.reason, overflowAt: toDate(outcome.overflowAt ?? null), isOverflowed: outcome.isOverflowed ?? false };
  }
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
