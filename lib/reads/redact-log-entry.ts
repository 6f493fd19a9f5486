import type { RoutingLogEntry } from "../contracts/conversations";

/**
 * An entry as it may be shown to one who must not know of dedicated agents: where the conversation went, and by how
 * normal routing ended, but neither the dedicated check's reason nor whom it waits for.
 *
 * @returns null for an entry that is about nothing else.
 */
export function withoutDedicatedAgent(entry: RoutingLogEntry): RoutingLogEntry | null {
  if (entry.reason === "link_changed") return null;
  if (entry.by === "hand") return entry;
  const { id, at, by, outcome, normalRouting } = entry;
  const agent = outcome === "waiting" ? null : (entry.agent ?? null);
  return { id, at, by, outcome, reason: "not_shown", normalRouting: shownNormalRouting(normalRouting), agent, sentence: sentenceFor(outcome, agent?.name ?? null), facts: {} };
}

/** `dedicated_preferred` would say it. */
function shownNormalRouting(code: string | null): string | null {
  return code === "dedicated_preferred" ? null : code;
}

function sentenceFor(outcome: RoutingLogEntry["outcome"], name: string | null): string {
  switch (outcome) {
    case "assigned":
      return `Assigned to ${name ?? "an agent"}.`;
    case "offered":
      return `Offered to ${name ?? "an agent"}.`;
    case "waiting":
      return "Waits.";
    case "in_line":
      return "In line.";
    case "pending":
    case "out":
      return "Routed.";
  }
}
