import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inProject } from "./lib/folders";

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

async function lockedPackages(): Promise<ReadonlyMap<string, LockedPackage>> {
  const lock = JSON.parse(await readFile(inProject("package-lock.json"), "utf8")) as { packages: Record<string, LockedPackage> };
  return new Map(Object.entries(lock.packages));
}

// npm leaves out what the registry at hand does not carry, and then refuses its own lock file on every machine.
test("package-lock.json names the packages of every platform", async () => {
  const packages = await lockedPackages();
  const missing = [...packages].flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages.has(`${place}/node_modules/${name}`) && !packages.has(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

// Versions below have open advisories.
test("next is 16.3.8 or newer", async () => {
  const version = (await lockedPackages()).get("node_modules/next")?.version ?? "";
  expect(version.localeCompare("16.3.8", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
});
