import { z } from "zod";
import { StormApp } from "./storm-app";

/** How many rounds after a fault a statement may still fail of it, on a connection that was not missed before. */
const aftermathRounds = 3;
const linesKept = 20;

/** The servers of a storm: whoever dies is followed by another, and what they complain of is heard. */
export class Crew {
  #apps: StormApp[] = [];
  readonly #ready = new Set<StormApp>();
  readonly #size: number;
  readonly #databaseUrl: string;
  #started = 0;
  #round = 0;
  #lastFaultRound = -Infinity;
  #problems: string[] = [];
  #lastLines: readonly string[] = [];
  readonly #overtakenNow = new Set<string>();
  #overtaken = 0;

  constructor(size: number, databaseUrl: string) {
    this.#size = size;
    this.#databaseUrl = databaseUrl;
  }

  /** Those that can be told something. */
  get ready(): readonly StormApp[] {
    return this.#apps.filter((app) => app.isAlive && this.#ready.has(app));
  }

  beginRound(round: number, hasFault: boolean): void {
    this.#round = round;
    this.#overtakenNow.clear();
    if (hasFault) this.#lastFaultRound = round;
  }

  /** Whether what fails now may be laid at the door of a fault. */
  get isShaken(): boolean {
    return this.#round - this.#lastFaultRound <= aftermathRounds || this.#apps.some((app) => app.isArmed);
  }

  /** Starts as many as are missing. */
  replenish(): void {
    if (this.#apps.some((app) => !app.isAlive)) this.#lastFaultRound = this.#round;
    this.#apps = this.#apps.filter((app) => app.isAlive);
    while (this.#apps.length < this.#size) {
      this.#started += 1;
      const number = this.#started;
      const app = new StormApp(number, this.#databaseUrl, {
        complain: (line) => this.#hear(number, line),
        struck: () => (this.#lastFaultRound = this.#round),
        overtaken: (organizationId) => this.#hearOvertaken(organizationId),
      });
      void app.isReady.then(() => this.#ready.add(app));
      this.#apps.push(app);
    }
  }

  /** Resolves when at least one can be told something. */
  async someReady(): Promise<void> {
    while (this.ready.length === 0) {
      this.replenish();
      await Promise.race(this.#apps.map((app) => app.isReady));
    }
  }

  async allReady(): Promise<void> {
    this.replenish();
    await Promise.all(this.#apps.map((app) => app.isReady));
  }

  /** What they complained of without a reason, once. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  /** Organizations in which facts overtook a decision in this round; those of a process that died unheard are not among them. */
  get overtakenNow(): ReadonlySet<string> {
    return this.#overtakenNow;
  }

  /** How often that happened, in all. */
  get overtaken(): number {
    return this.#overtaken;
  }

  /** How many were started, those that are gone included. */
  get started(): number {
    return this.#started;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#apps.map((app) => app.stop()));
  }

  /** What they said last, excused or not: for one who asks why nothing happens. */
  get lastLines(): readonly string[] {
    return this.#lastLines;
  }

  #hearOvertaken(organizationId: string): void {
    this.#overtaken += 1;
    this.#overtakenNow.add(organizationId);
  }

  #hear(number: number, line: string): void {
    if (/DeprecationWarning|--trace-deprecation/.test(line)) return;
    const said = `process ${number}: ${inShort(line)}`;
    this.#lastLines = [...this.#lastLines, said].slice(-linesKept);
    const isDeadlock = /deadlock/i.test(line);
    // A warning may be said at any time; an error, or a line that is no entry of the log, has a reason.
    const isError = !/^\{"level":[1-4]0,/.test(line);
    if (isDeadlock || (isError && !this.isShaken)) this.#problems.push(said);
  }
}

/** An entry of the log as a line: what it says, the error, and where in this house it came from. */
function inShort(line: string): string {
  const parsed = entry.safeParse(parseJson(line));
  if (!parsed.success) return line.slice(0, 1000);
  const { msg, error } = parsed.data;
  const frames = (error?.stack ?? "").split("\n").filter((frame) => /\/lib\/(?!storm)/.test(frame));
  return `${msg}: ${error?.message ?? ""} ${frames.slice(0, 3).map((frame) => frame.trim()).join(" ")}`;
}

const entry = z.object({ msg: z.string(), error: z.object({ message: z.string().optional(), stack: z.string().optional() }).optional() });

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
