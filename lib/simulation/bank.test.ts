import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { resultCsv } from "./result-csv";
import { simulate } from "./simulate";
import { readTrace } from "./trace";

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`cases/${name}`, import.meta.url)), "utf8");

const trace = read("bank-1999-02-10.trace.json");
/** Rows of the reference router by `timeout_s,capacity`. */
const expected = new Map<string, string[]>();
for (const line of read("bank-1999-02-10.expected.csv").trim().split("\n").slice(1)) {
  const [timeoutSeconds = "", capacity = "", ...row] = line.split(",");
  const key = `${timeoutSeconds},${capacity}`;
  expected.set(key, [...(expected.get(key) ?? []), row.join(",")]);
}

describe("a bank's day agrees with an independent reference router on every row", () => {
  test("for every timeout and capacity there is", () => {
    expect([...expected.keys()].sort()).toEqual(["300,1", "3600,1", "5,1", "60,1", "60,2"]);
  });

  test.each([...expected])("timeout and capacity %s", { timeout: 30_000 }, (key, rows) => {
    const [timeoutSeconds, capacity] = key.split(",").map(Number);
    const day = readTrace(trace, capacity ?? null);
    const csv = [...resultCsv(day, simulate(day, { timeoutSeconds: timeoutSeconds ?? 0 }))].join("");
    expect(rows).toHaveLength(1306);
    expect(csv.trim().split("\n")).toEqual(["id,agent,assigned_ms,route", ...rows]);
  });
});
