import type { ConversationFacts, DedicatedSkip, Refusal } from "../routing/model";
import type { ReasonCode } from "../routing/reasons";

/** What a pass reads of a conversation `c`. */
export const conversationColumns = `c.id, c.revision, c.routing_state, c.channel_id, c.queue_id, c.weight, c.priority, c.entered_at,
  c.dedicated_agent_id, c.wait_began_at, c.wait_until, c.passed_over_since, c.dedicated_skip, c.normal_reason, c.refusals, c.overflow_at, c.is_overflowed`;

export interface ConversationRow {
  readonly id: string;
  readonly revision: number;
  readonly routing_state: ConversationFacts["state"];
  readonly channel_id: string;
  readonly queue_id: string;
  readonly weight: number;
  readonly priority: number;
  readonly entered_at: Date;
  readonly dedicated_agent_id: string | null;
  readonly wait_began_at: Date | null;
  readonly wait_until: Date | null;
  readonly passed_over_since: Date | null;
  readonly dedicated_skip: DedicatedSkip | null;
  readonly normal_reason: ReasonCode | null;
  readonly refusals: Refusal[] | null;
  readonly overflow_at: Date | null;
  readonly is_overflowed: boolean;
}

export function toFacts(row: ConversationRow): ConversationFacts {
  return {
    id: row.id,
    state: row.routing_state,
    channelId: row.channel_id,
    queueId: row.queue_id,
    weight: row.weight,
    priority: row.priority,
    enteredAt: row.entered_at.getTime(),
    dedicatedAgentId: row.dedicated_agent_id,
    waitBeganAt: row.wait_began_at?.getTime() ?? null,
    waitUntil: row.wait_until?.getTime() ?? null,
    passedOverSince: row.passed_over_since?.getTime() ?? null,
    ...(row.dedicated_skip && { dedicatedSkip: row.dedicated_skip }),
    normalReason: row.normal_reason,
    ...(row.refusals && { refusals: row.refusals }),
    ...(row.overflow_at && { overflowAt: row.overflow_at.getTime() }),
    ...(row.is_overflowed && { isOverflowed: true }),
  };
}
