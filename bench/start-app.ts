import { fork } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../scripts/lib/folders";
import { serverNodeOptions } from "../scripts/lib/server-process";
import { quietEnvironment } from "../scripts/lib/quiet-environment";
import { answerSchema, type Job, type JobResult, type Request } from "./jobs/job";
import type { BenchDatabase } from "./server";

const processFile = path.join(path.dirname(fileURLToPath(import.meta.url)), "app-process.ts");
const stopLimitMs = 30_000;
const shownComplaints = 3;

/** A process of the product, under test. */
export interface App {
  /** Does a job in it, by the product's own code. */
  run(job: Job): Promise<JobResult>;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly hasRouter?: boolean;
  /** Where Node's CPU profile of it goes; null: none is made. */
  readonly profileFolder: string | null;
}

export async function startApp(database: BenchDatabase, { hasRouter = true, profileFolder }: AppOptions): Promise<App> {
  const child = fork(processFile, hasRouter ? [] : ["--without-router"], {
    cwd: projectFolder,
    env: quietEnvironment({ DATABASE_URL: database.url, BETTER_AUTH_SECRET: "only-for-the-bench-0123456789-abcdefghij", NODE_ENV: "production" }),
    execArgv: [...serverNodeOptions, "--import", "tsx", ...(profileFolder === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`])],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const complaints = showFirst(child.stdout);
  const waiting = new Map<number, { readonly resolve: (result: JobResult) => void; readonly reject: (error: Error) => void }>();
  let lastId = 0;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      const answer = answerSchema.parse(message);
      if ("isReady" in answer) return resolve();
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("result" in answer) job?.resolve(answer.result);
      else job?.reject(new Error(answer.error));
    });
    void ended.then(() => {
      const lost = new Error("a process of the bench ended before its time");
      reject(lost);
      for (const job of waiting.values()) job.reject(lost);
    });
  });
  await ready;
  const send = (request: Request) => child.send(request, () => undefined);
  return {
    run(job) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ id, job });
      });
    },
    async stop() {
      if (child.connected) send({ stop: true });
      const hurry = setTimeout(() => child.kill("SIGKILL"), stopLimitMs);
      await ended;
      clearTimeout(hurry);
      if (complaints.count() > shownComplaints) process.stderr.write(`… and ${complaints.count() - shownComplaints} more lines from it\n`);
    },
  };
}

/** Shows, beside the table and not in it, the first of what a process logs: one broken statement may say so at every pass. */
function showFirst(stream: Readable | null): { count(): number } {
  let count = 0;
  if (stream) {
    createInterface({ input: stream }).on("line", (line) => {
      count += 1;
      if (count <= shownComplaints) process.stderr.write(`${line}\n`);
    });
  }
  return { count: () => count };
}
