import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { answer as answerSchema, type Answer, type Deed, type Outcome, type Request } from "./deed";
import type { PassFault } from "./pass-faults";

const processFile = path.join(path.dirname(fileURLToPath(import.meta.url)), "storm-process.ts");
const stopLimitMs = 15_000;

/** Who hears of a server. */
interface Ears {
  /** Each line that it logs, and how it ended if nobody ended it. */
  complain(line: string): void;
  /** The fault it was armed with has come, and it lives on. */
  struck(): void;
  /** Facts overtook a decision of a pass. */
  overtaken(organizationId: string): void;
}

/** A server of the storm. */
export class StormApp {
  readonly number: number;
  /** Answers that it is ready; or its end, if that comes first. */
  readonly isReady: Promise<void>;
  readonly ended: Promise<void>;
  #isAlive = true;
  #isDoomed = false;
  #isArmed = false;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  readonly #ears: Ears;
  #lastId = 0;

  constructor(number: number, databaseUrl: string, ears: Ears) {
    this.number = number;
    this.#ears = ears;
    const { complain } = ears;
    const child = fork(processFile, [], {
      env: { ...process.env, DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: "only-for-the-storm-0123456789-abcdefghij" },
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, complain);
    this.ended = new Promise((resolve) =>
      child.once("exit", (code, signal) => {
        this.#isAlive = false;
        if (!this.#isDoomed) complain(`it ended by itself (${signal ?? `exit code ${code}`})`);
        for (const settle of this.#waiting.values()) settle({ kind: "unknown" });
        resolve();
      }),
    );
    this.isReady = Promise.race([this.ended, new Promise<void>((resolve) => child.on("message", (message) => this.#receive(message, resolve)))]);
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  do(organizationId: string, deed: Deed): Promise<Outcome> {
    if (!this.#isAlive) return Promise.resolve({ kind: "unknown" });
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, organizationId, deed });
    });
  }

  /** Whether a fault is still to come. */
  get isArmed(): boolean {
    return this.#isArmed && this.#isAlive;
  }

  /** It may die of it, at any time from now on. */
  arm(fault: PassFault): void {
    this.#isArmed = true;
    if (fault.kind === "kill") this.#isDoomed = true;
    this.#send({ arm: fault });
  }

  kill(): void {
    this.#isDoomed = true;
    this.#child.kill("SIGKILL");
  }

  /** Stands still, as a machine that swaps or a laptop that sleeps. */
  async pause(forMs: number): Promise<void> {
    this.#child.kill("SIGSTOP");
    await sleep(forMs);
    this.#child.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    this.#isDoomed = true;
    if (this.#isAlive) this.#send({ stop: true });
    const hurry = setTimeout(() => this.kill(), stopLimitMs);
    await this.ended;
    clearTimeout(hurry);
  }

  #send(request: Request): void {
    // It may die before it reads this: then its end is the answer.
    if (this.#child.connected) this.#child.send(request, () => undefined);
  }

  #receive(message: unknown, ready: () => void): void {
    const answer = answerSchema.parse(message);
    if ("isReady" in answer) return ready();
    if ("isStruck" in answer) {
      this.#isArmed = false;
      return this.#ears.struck();
    }
    if ("overtakenIn" in answer) return this.#ears.overtaken(answer.overtakenIn);
    this.#waiting.get(answer.id)?.(outcomeOf(answer));
    this.#waiting.delete(answer.id);
  }
}

function outcomeOf(answer: Extract<Answer, { id: number }>): Outcome {
  if ("made" in answer) return { kind: "done", made: answer.made };
  return "refused" in answer ? { kind: "refused", code: answer.refused } : { kind: "failed", message: answer.failed };
}

function eachLine(stream: Readable | null, tell: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on("line", tell);
}
