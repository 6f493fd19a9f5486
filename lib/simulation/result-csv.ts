import type { ReasonCode } from "../routing/reasons";
import type { Day } from "./day";
import type { SimulationResult } from "./simulate";

/** How a conversation came to its agent, named after the reason code of the step that sent it there. */
export const routeOf = {
  dedicated_available: "dedicated",
  dedicated_freed: "dedicated_after_wait",
  no_dedicated_agent: "normal",
  dedicated_unavailable: "normal_dedicated_unavailable",
  dedicated_offline: "normal_dedicated_unavailable",
  dedicated_timed_out: "normal_after_timeout",
  dedicated_left: "normal_agent_went_offline",
  dedicated_never_fits: "normal_dedicated_never_fits",
  dedicated_inactive: "normal_dedicated_inactive",
  dedicated_at_capacity: "normal_dedicated_at_capacity",
  feature_off: "normal_feature_off",
  channel_off: "normal_channel_off",
  routed_now: "normal_routed_now",
  transferred: "normal_transferred",
  dedicated_declined: "normal_dedicated_declined",
} as const satisfies Record<ReasonCode, string>;
export type Route = (typeof routeOf)[ReasonCode] | "unassigned";

export function routeAt(result: SimulationResult, row: number): Route {
  const reason = result.reason[row] ?? null;
  return reason === null ? "unassigned" : routeOf[reason];
}

const rowsPerPiece = 20_000;

/**
 * The result as CSV, `id,agent,assigned_ms,route` in the day's order, in pieces of a few hundred kB to be written one
 * after another. A conversation that nobody could take has an empty agent and time, and the route `unassigned`.
 */
export function* resultCsv(day: Day, result: SimulationResult): Generator<string> {
  yield "id,agent,assigned_ms,route\n";
  let piece: string[] = [];
  for (let row = 0; row < day.arrivals.count; row++) {
    const agent = day.agents[result.agent[row] ?? -1];
    const assignedMs = agent ? String(result.assignedMs[row]) : "";
    piece.push(`${field(day.arrivals.idOf(row))},${field(agent?.id ?? "")},${assignedMs},${routeAt(result, row)}\n`);
    if (piece.length === rowsPerPiece) {
      yield piece.join("");
      piece = [];
    }
  }
  if (piece.length > 0) yield piece.join("");
}

function field(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
