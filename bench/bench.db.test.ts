import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectFolder } from "../scripts/lib/folders";
import type { Report } from "./report";
import { scenarios } from "./scenarios";

const run = promisify(execFile);

test("the bench runs every scenario with small numbers, and each leaves the rows as they must be", { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kith-bench-test-"));
  try {
    const file = path.join(folder, "bench.json");
    await run(process.execPath, ["--import", "tsx", "scripts/bench.ts", "--quick", "--json", file], { cwd: projectFolder }).catch((error: unknown) => error);
    const report: Report = JSON.parse(await readFile(file, "utf8"));
    expect(report.scenarios.flatMap(({ problems }) => problems)).toEqual([]);
    expect(report.scenarios.map(({ scenario }) => scenario)).toEqual(scenarios.map(({ name }) => name));
    expect(report.scenarios.filter(({ findings }) => findings.length === 0)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
