import { readdir, rm } from "node:fs/promises";
import { inProject, projectFolder } from "./folders";
import { hashInputs, onceForInputs } from "./input-stamp";
import { Problem } from "./problem";
import { runTool } from "./run-tool";

// What the production build never reads. Everything else at the top counts, so that nothing new can be forgotten.
const notBuilt = new Set(["scripts", "e2e", "docs", "bench", "node_modules", ".git", ".next", ".data", ".ci", "generated", "test-results", "playwright-report", "next-env.d.ts"]);
const notBuiltPattern = /\.(md|tsbuildinfo)$|^(vitest|playwright|eslint)\.config\.|^\.|^LICENSE$/;

/** Makes the production build unless the one in .next is of these very sources. */
export async function build(signal?: AbortSignal): Promise<"done" | "unchanged"> {
  const entries = await readdir(projectFolder);
  const inputs = entries.filter((name) => !notBuilt.has(name) && !notBuiltPattern.test(name));
  const stamp = await hashInputs(inputs, (file) => !/\.test\.tsx?$|^prisma\/(seed|migrations)/.test(file));
  const stampFile = inProject(".next/kith-build-hash");
  return onceForInputs(stampFile, stamp, async () => {
    await rm(stampFile, { force: true });
    const { exitCode, output } = await runTool("next/dist/bin/next", ["build"], {
      environment: { NODE_ENV: "production", NEXT_IGNORE_INCORRECT_LOCKFILE: "1" },
      ...(signal ? { signal } : {}),
    });
    if (exitCode === 0) return;
    if (/ENOSPC|No space left on device/i.test(output)) throw new Problem("The disk is full, so the production build could not be written. Free some space and start again; nothing was lost.");
    throw new Problem(`The production build failed:\n${output.trim()}`);
  });
}
