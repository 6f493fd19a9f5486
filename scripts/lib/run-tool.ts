import { spawn } from "node:child_process";
import { inProject, projectFolder } from "./folders";
import { quietEnvironment } from "./quiet-environment";

export interface ToolResult {
  readonly exitCode: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

interface ToolOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Show the output while it comes instead of only collecting it. */
  readonly isShown?: boolean;
  /** Ends the tool as Ctrl-C would; it has ten seconds to tidy up. */
  readonly signal?: AbortSignal;
}

const tidyLimitMs = 10_000;

/** Runs a JavaScript file of an installed package (`next/dist/bin/next`) with this very Node. */
export async function runTool(file: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  return runNode([inProject("node_modules", file), ...args], options);
}

export async function runNode(args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: quietEnvironment(options.environment),
    // Out of reach of the terminal's Ctrl-C: what it means for the tool is decided in one place, by whoever runs it.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (shown: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk.toString("utf8");
    if (options.isShown) shown.write(chunk);
  };
  child.stdout.on("data", collect(process.stdout));
  child.stderr.on("data", collect(process.stderr));
  const end = () => {
    child.kill("SIGINT");
    setTimeout(() => endGroup(child.pid), tidyLimitMs).unref();
  };
  options.signal?.addEventListener("abort", end, { once: true });
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 1));
    });
    return { exitCode, output };
  } finally {
    options.signal?.removeEventListener("abort", end);
    // Vitest's workers go on when Vitest has ended.
    if (options.signal?.aborted) endGroup(child.pid);
  }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
