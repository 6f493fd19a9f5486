import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { operations } from "./operations";
import { openApiDocument } from "./openapi";

const run = promisify(execFile);

it("lints clean, without a warning", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kith-openapi-"));
  try {
    const file = path.join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(openApiDocument()));
    const redocly = path.resolve("node_modules/@redocly/cli/bin/cli.js");
    const { stdout } = await run(process.execPath, [redocly, "lint", "--config", path.resolve("redocly.yaml"), "--max-problems", "20", "--format", "json", file], {
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    }).catch((error: { stdout?: string; stderr?: string }) => ({ stdout: error.stdout || String(error.stderr) }));
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("gives every operation an id of its own", () => {
  const ids = operations.map(({ contract }) => contract.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

it("names the schemas of the contracts, and says of a component that it may be null", () => {
  const text = JSON.stringify(openApiDocument());
  expect(text).toContain('"assignee":{"anyOf":[{"$ref":"#/components/schemas/NameRef"},{"type":"null"}]}');
  expect(text).not.toContain("$defs");
});
