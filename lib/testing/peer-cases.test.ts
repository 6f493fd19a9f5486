import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const project = path.join(import.meta.dirname, "../..");
const cases = z.array(z.object({ id: z.string() })).parse(JSON.parse(readFileSync(path.join(import.meta.dirname, "cases/peer-cases.json"), "utf8")));
const lines = new Map(
  readFileSync(path.join(project, "docs/peer-cases.md"), "utf8")
    .split("\n")
    .flatMap((line) => (/^\| [A-Z]+-\d+ /.test(line) ? [line.split("|").map((cell) => cell.trim())] : []))
    .map(([, id = "", , where = ""]) => [id, where]),
);
const shortNames = { pure: "lib/routing/peer-cases.test.ts", rows: "lib/commands/peer-cases.db.test.ts" };

test("every case of other routers has its line, and no line is of none", () => {
  expect([...lines.keys()].sort()).toEqual(cases.map(({ id }) => id).sort());
});

test.each(Object.entries(shortNames))("what is said to be a test of the file %s is one", (name, file) => {
  const tests = readFileSync(path.join(project, file), "utf8");
  for (const [id, where] of lines) {
    if (!new RegExp(`^${name}(?!\\w)|; ${name}(?!\\w)`).test(where)) continue;
    const [, named = id] = new RegExp(`${name}[:,]? ([A-Z]+-\\d+)`).exec(where) ?? [];
    const shows = tests.includes(named) || where.includes("pure: *busy*");
    expect(shows, `${id} in ${file}`).toBe(true);
  }
});

test("the other files it names are there", () => {
  const named = new Set([...lines.values()].flatMap((where) => [...where.matchAll(/`((?:lib|docs)\/[\w./-]+)`/g)].map(([, file = ""]) => file)));
  expect(named.size).toBeGreaterThan(5);
  for (const file of named) {
    const folder = path.join(project, path.dirname(file));
    const isThere = readdirSync(folder).some((entry) => entry.startsWith(path.basename(file)) && statSync(path.join(folder, entry)).isFile());
    expect(isThere, file).toBe(true);
  }
});
