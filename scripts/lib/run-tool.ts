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
  readonly signal?: AbortSignal;
}

/** Runs a JavaScript file of an installed package (`next/dist/bin/next`) with this very Node. */
export async function runTool(file: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawn(process.execPath, [inProject("node_modules", file), ...args], {
    cwd: projectFolder,
    env: quietEnvironment(options.environment),
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.signal ? { signal: options.signal } : {}),
  });
  let output = "";
  const collect = (shown: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk.toString("utf8");
    if (options.isShown) shown.write(chunk);
  };
  child.stdout.on("data", collect(process.stdout));
  child.stderr.on("data", collect(process.stderr));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  return { exitCode, output };
}
