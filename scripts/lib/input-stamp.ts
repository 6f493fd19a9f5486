import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectFolder } from "./folders";

const neverSources = new Set(["node_modules", ".git", ".next", ".data", "generated", "test-results", "playwright-report"]);

/** A hash over the names and contents of files and folders (relative to the project); a missing one counts as empty. */
export async function hashInputs(inputs: readonly string[], isInput: (file: string) => boolean = () => true): Promise<string> {
  const hash = createHash("sha256");
  const files = (await Promise.all(inputs.map((input) => filesUnder(input)))).flat().filter(isInput).sort();
  for (const file of files) {
    hash.update(file).update("\0").update(await readFile(path.join(projectFolder, file))).update("\0");
  }
  return hash.digest("hex");
}

/** Runs `work` unless `stampFile` says that it has already been done for exactly these inputs. */
export async function onceForInputs(
  stampFile: string,
  stamp: string,
  work: () => Promise<void>,
): Promise<"done" | "unchanged"> {
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return "unchanged";
  await work();
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return "done";
}

async function filesUnder(input: string): Promise<string[]> {
  const entries = await readdir(path.join(projectFolder, input), { withFileTypes: true }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOTDIR") return "file" as const;
    if (code === "ENOENT") return "missing" as const;
    throw error;
  });
  if (entries === "file") return [input];
  if (entries === "missing") return [];
  const nested = await Promise.all(
    entries
      .filter((entry) => !neverSources.has(entry.name) && (entry.isDirectory() || entry.isFile()))
      .map((entry) => {
        const child = path.join(input, entry.name);
        return entry.isDirectory() ? filesUnder(child) : [child];
      }),
  );
  return nested.flat();
}
