import { z } from "zod";

import { type Day, emptyArrivals, type SimulatedAgent } from "./day";

const instant = z.number().min(0);

/** A trace as it stands in its file; unknown fields are left aside. */
const traceSchema = z.object({
  capacity: z.number().int().min(1),
  conversations: z.array(
    z.object({
      id: z.string().min(1),
      dedicated_agent: z.string().min(1).nullable(),
      arrive_ms: instant,
      handle_ms: instant,
      weight: z.number().int().min(1).default(1),
    }),
  ),
  shifts: z
    .array(z.object({ agent: z.string().min(1), online_ms: instant, offline_ms: instant }))
    .refine((shifts) => shifts.every((shift) => shift.online_ms <= shift.offline_ms), {
      message: "a shift ends before it begins",
    }),
});

/** Why a trace can't be read, in one sentence for whoever made it. */
export class TraceError extends Error {}

/**
 * Reads a trace: conversations with their dedicated agents, and the agents' times online. Agents who are only named
 * as dedicated are never online. Throws `TraceError` if the text is no JSON, a field is missing or wrong, or an id
 * comes twice.
 *
 * @param capacity every agent's capacity; null: the trace's own
 */
export function readTrace(text: string, capacity: number | null): Day {
  const trace = parseTrace(text);
  const agents: SimulatedAgent[] = [];
  const indexOf = new Map<string, number>();
  const agentIndex = (id: string): number => {
    const known = indexOf.get(id);
    if (known !== undefined) return known;
    indexOf.set(id, agents.length);
    agents.push({ id, capacity: capacity ?? trace.capacity });
    return agents.length - 1;
  };

  const shifts = trace.shifts.map((shift) => ({
    agent: agentIndex(shift.agent),
    onlineMs: shift.online_ms,
    offlineMs: shift.offline_ms,
  }));
  const ids = trace.conversations.map((conversation) => conversation.id);
  const arrivals = emptyArrivals(ids.length, (row) => ids[row] ?? "");
  trace.conversations.forEach((conversation, row) => {
    arrivals.arriveMs[row] = conversation.arrive_ms;
    arrivals.handleMs[row] = conversation.handle_ms;
    arrivals.weight[row] = conversation.weight;
    const { dedicated_agent: dedicatedAgent } = conversation;
    if (dedicatedAgent !== null) arrivals.dedicatedAgent[row] = agentIndex(dedicatedAgent);
  });
  return { agents, shifts, arrivals };
}

function parseTrace(text: string): z.output<typeof traceSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new TraceError("The trace is not JSON.");
  }
  const result = traceSchema.safeParse(json);
  if (!result.success) {
    const [first] = result.error.issues;
    throw new TraceError(`The trace can't be read: ${first?.path.join(".") || "it"}: ${first?.message ?? "wrong"}.`);
  }
  const seen = new Set<string>();
  for (const { id } of result.data.conversations) {
    if (seen.has(id)) throw new TraceError(`The trace names conversation ${id} twice.`);
    seen.add(id);
  }
  return result.data;
}
