import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const trace = path.join(root, "lib/simulation/cases/bank-1999-02-10.trace.json");
const folder = mkdtempSync(path.join(tmpdir(), "kith-simulate-"));
afterAll(() => rmSync(folder, { recursive: true }));

function simulate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = path.join(root, "scripts/simulate.ts");
  return spawnSync(process.execPath, ["--import", "tsx", script, ...args], { cwd: root, encoding: "utf8" });
}

test("a trace is written as id,agent,assigned_ms,route in its order, with a summary on the screen", { timeout: 60_000 }, () => {
  const out = path.join(folder, "result.csv");
  const { status, stdout, stderr } = simulate("--trace", trace, "--timeout", "60", "--capacity", "2", "--out", out);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("1,306 conversations, 498 with a dedicated agent");
  const lines = readFileSync(out, "utf8").trim().split("\n");
  expect(lines).toHaveLength(1307);
  expect(lines.slice(0, 2)).toEqual(["id,agent,assigned_ms,route", "c00000,DORIT,25223906,normal_dedicated_unavailable"]);
});

test("a made-up day needs no trace", { timeout: 60_000 }, () => {
  const { status, stdout } = simulate("--conversations", "200", "--agents", "5", "--seed", "1");
  expect(status).toBe(0);
  expect(stdout).toContain("200 conversations");
});

test("--help explains itself", { timeout: 60_000 }, () => {
  const { status, stdout } = simulate("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("--trace FILE --timeout SECONDS");
});

test.each([
  ["nothing at all", [], "Give either --trace FILE"],
  ["a timeout out of range", ["--trace", trace, "--timeout", "4"], "--timeout must be a whole number from 5 to 3600"],
  ["a trace that is not there", ["--trace", "nowhere.json", "--timeout", "60"], "There is no trace nowhere.json."],
  ["an unknown option", ["--tarce", trace], "Unknown option '--tarce'"],
  ["two kinds of day", ["--trace", trace, "--timeout", "60", "--seed", "1"], "exclude each other"],
])("%s is answered with one sentence and exit 1", { timeout: 60_000 }, (_, args, sentence) => {
  const { status, stdout, stderr } = simulate(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});
