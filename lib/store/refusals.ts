import type { Refusal } from "../routing/model";
import type { LockedConversation } from "./change-conversation";

/** The column as it was written; only lib/store writes it. */
export function readRefusals({ refusals }: Pick<LockedConversation, "refusals">): readonly Refusal[] {
  const values: readonly unknown[] = Array.isArray(refusals) ? refusals : [];
  return values.filter(isRefusal);
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "agentId" in value && "at" in value && typeof value.agentId === "string" && typeof value.at === "number";
}
