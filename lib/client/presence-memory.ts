import { presenceGraceMs } from "@/lib/contracts/presence";
import type { AgentSummary } from "@/lib/contracts/users";

/** What this browser remembers of an agent's presence here. Epoch ms by the server's clock. */
export interface PresenceMemory {
  /** When the server last heard of it. */
  readonly seenAt: number;
  /** When it was heard of before it was gone for longer than the grace period; null: that has not been, or is settled. */
  readonly lostAt: number | null;
}

/** Who is offline so soon after the grace period was put there by it. Between them: one answer that got lost on its way, and the server's look around. */
const soonMs = 30_000;

/** With one more answer of the server. */
export function seenAgain(memory: PresenceMemory | null, seenAt: number): PresenceMemory {
  if (memory === null) return { seenAt, lostAt: null };
  const wasGone = seenAt - memory.seenAt > presenceGraceMs;
  return { seenAt: Math.max(seenAt, memory.seenAt), lostAt: wasGone ? memory.seenAt : memory.lostAt };
}

/**
 * When the connection was lost, if that is why the agent is offline: not if they said so themselves, before or after,
 * and not if another of their browsers kept them present.
 */
export function offlineBecauseLostAt(lostAt: number | null, { status, statusSince }: Pick<AgentSummary, "status" | "statusSince">): number | null {
  if (lostAt === null || status !== "offline") return null;
  const afterGraceMs = Date.parse(statusSince) - (lostAt + presenceGraceMs);
  return afterGraceMs >= 0 && afterGraceMs <= soonMs ? lostAt : null;
}
