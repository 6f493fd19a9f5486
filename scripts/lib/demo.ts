import { fork } from "node:child_process";
import { stat } from "node:fs/promises";
import { inProject, projectFolder } from "./folders";
import { Problem } from "./problem";
import { quietEnvironment } from "./quiet-environment";

/** What the demo organization offers to try; null when this database has none. */
export interface Demo {
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  readonly chatPath: string;
}

/** Fills an empty database with the demo organization, and tells how to sign in to it. */
export async function seedDemo(databaseUrl: string): Promise<Demo | null> {
  if (!(await stat(inProject("prisma/seed.ts")).catch(() => null))) return null;
  const child = fork(inProject("scripts/seed-demo.ts"), [], {
    cwd: projectFolder,
    env: quietEnvironment({ DATABASE_URL: databaseUrl }),
    execArgv: ["--import", "tsx"],
    // Out of reach of Ctrl-C: it takes seconds, and is better finished.
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let demo: Demo | null = null;
  let errors = "";
  child.on("message", (message: Demo | null) => (demo = message));
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Problem(`The demo organization could not be made: ${errors.trim()}`);
  return demo;
}
