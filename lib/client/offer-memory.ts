import type { AgentSummary } from "@/lib/contracts/users";

/** Until when the offers to an agent stood that nobody was seen to answer. Epoch ms by the server's clock, oldest first. */
export type OfferMemory = readonly number[];

/** The server ends an offer within a quarter of a second; one that is busy, a little later. */
const soonMs = 10_000;
/** The oldest are forgotten: the status has changed since. */
const remembered = 20;

/** With what a reading of `now` says is open. What is not open any more before its time is over was answered or withdrawn. */
export function offersSeen(memory: OfferMemory, open: readonly number[], now: number): OfferMemory {
  const kept = memory.filter((until) => until <= now || open.includes(until));
  return [...new Set([...kept, ...open])].sort((a, b) => a - b).slice(-remembered);
}

/** Whether the agent is unavailable because an offer lapsed: the status changed as its time was over, and not sooner. */
export function isUnavailableByLapse(memory: OfferMemory, { status, customStatus, statusSince }: Pick<AgentSummary, "status" | "customStatus" | "statusSince">): boolean {
  if (status !== "unavailable" || customStatus !== null) return false;
  const since = Date.parse(statusSince);
  return memory.some((until) => since >= until && since - until <= soonMs);
}
