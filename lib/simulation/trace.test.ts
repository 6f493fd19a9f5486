import { expect, test } from "vitest";

import { cell } from "./day";
import { resultCsv } from "./result-csv";
import { simulate } from "./simulate";
import { readTrace, TraceError } from "./trace";

const conversation = { id: "c1", dedicated_agent: null, arrive_ms: 1000, handle_ms: 500 };
const shift = { agent: "ana", online_ms: 0, offline_ms: 10_000 };
const trace = { capacity: 2, conversations: [conversation], shifts: [shift] };

function day(change: object, capacity: number | null = null): ReturnType<typeof readTrace> {
  return readTrace(JSON.stringify({ ...trace, ...change }), capacity);
}

test("an agent who is only named as dedicated is never online", () => {
  const { agents, arrivals } = day({ conversations: [{ ...conversation, dedicated_agent: "zoe" }] });
  expect(agents).toEqual([{ id: "ana", capacity: 2 }, { id: "zoe", capacity: 2 }]);
  expect(cell(arrivals.dedicatedAgent, 0)).toBe(1);
  expect(cell(arrivals.weight, 0)).toBe(1);
});

test("a given capacity is every agent's", () => {
  expect(day({}, 7).agents).toEqual([{ id: "ana", capacity: 7 }]);
});

test("rows come out in the trace's order, whenever they arrive; ids are quoted where CSV needs it", () => {
  const conversations = [{ ...conversation, id: 'a,"b"', arrive_ms: 20_000 }, { ...conversation, id: "c0", arrive_ms: 9000 }];
  const result = day({ conversations });
  const csv = [...resultCsv(result, simulate(result, { timeoutSeconds: 5 }))].join("");
  expect(csv).toBe('id,agent,assigned_ms,route\n"a,""b""",,,unassigned\nc0,ana,9000,normal\n');
});

test.each([
  ["not JSON", "{", "not JSON"],
  ["no capacity", JSON.stringify({ ...trace, capacity: undefined }), "capacity"],
  ["a time that is no number", JSON.stringify({ ...trace, conversations: [{ ...conversation, arrive_ms: "9" }] }), "conversations.0.arrive_ms"],
  ["a shift that ends before it begins", JSON.stringify({ ...trace, shifts: [{ ...shift, offline_ms: -1 }] }), "shifts"],
  ["an id that comes twice", JSON.stringify({ ...trace, conversations: [conversation, conversation] }), "c1 twice"],
])("%s is said in one sentence", (_, text, part) => {
  expect(() => readTrace(text, null)).toThrow(TraceError);
  expect(() => readTrace(text, null)).toThrow(part);
});
