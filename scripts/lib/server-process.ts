import { fork, type ChildProcess } from "node:child_process";
import { inProject, projectFolder } from "./folders";
import { Problem } from "./problem";
import { recordOf, type ProcessRecord } from "./process-identity";
import { quietEnvironment } from "./quiet-environment";

export interface ServerProcess {
  readonly record: ProcessRecord | null;
  /** Resolves once it listens, with its port. */
  readonly ready: Promise<number>;
  /** Resolves with a word about how it ended. */
  readonly ended: Promise<string>;
  /** Lets it finish what it is doing; may be called more than once. */
  stop(): Promise<void>;
}

interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A pass makes much that is garbage at its end: with room for it, half of the time for collecting it is saved, for at
 * most three times this many MB.
 */
export const serverNodeOptions = ["--max-semi-space-size=64"] as const;

// Two seconds more than the server gives itself.
const stopLimitMs = 12_000;

type ServerMessage = { readonly kind: "ready"; readonly port: number } | { readonly kind: "failed"; readonly code: string };

export function startServerProcess({ host, port, environment }: ServerOptions): ServerProcess {
  const child = fork(inProject("scripts/serve.mjs"), [], {
    cwd: projectFolder,
    env: quietEnvironment({ NODE_ENV: "production", ...environment, HOST: host, PORT: String(port) }),
    execArgv: [...serverNodeOptions],
    // In a process group of its own, so that Ctrl-C reaches it only through us, and once.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code ?? "unknown"}`));
  });
  return {
    record: child.pid === undefined ? null : recordOf(child.pid),
    ready: waitUntilReady(child, ended, `${host}:${port}`),
    ended,
    stop: () => stop(child, ended),
  };
}

function waitUntilReady(child: ChildProcess, ended: Promise<string>, where: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("message", (message: ServerMessage) => {
      if (message.kind === "ready") resolve(message.port);
      else reject(new Problem(`The server can't listen on ${where} (${message.code}). Free that port or set PORT to another one, and start again.`));
    });
    void ended.then((how) => reject(new Problem(`The server ended before it was ready (${how}). Its last words are above.`)));
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.connected) child.send({ kind: "stop" }, () => undefined);
  const hurry = setTimeout(() => child.kill("SIGKILL"), stopLimitMs);
  await ended;
  clearTimeout(hurry);
}
