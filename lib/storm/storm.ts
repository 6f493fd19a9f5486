import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { Crew } from "./crew";
import type { Deed, Outcome, Told } from "./deed";
import { strike } from "./faults";
import { checkInTheEnd } from "./check-in-the-end";
import { OrganizationStory } from "./organization-story";
import { randomRounds, type Round } from "./random-round";
import { stillDue } from "./still-due";
import { watchDatabase } from "./watch-database";
import { createStormOrganization } from "./world";

export interface StormOptions {
  readonly seed: number;
  /** How many facts at least. */
  readonly facts: number;
  /** Ends before that when so much time is over; null: never. */
  readonly withinSeconds: number | null;
  readonly organizations: number;
  readonly factsOfEach: number;
  readonly processes: number;
  readonly faultPercent: number;
  /** An empty database with all migrations, which database() of this process uses too. */
  readonly url: string;
  readonly superuserUrl: string;
  readonly onRound: (report: StormReport) => void;
}

export interface StormReport {
  readonly seed: number;
  rounds: number;
  readonly outcomes: Record<Outcome["kind"], number>;
  readonly faults: Map<string, number>;
  /** How long after the last answer of a round nothing was due any more: in rounds without a fault near, and in the others. */
  readonly calmCatchUpMs: number[];
  readonly shakenCatchUpMs: number[];
  entries: number;
  inversions: number;
  overtaken: number;
  processes: number;
  seconds: number;
}

/** How long the router may take to catch up with a round, on a machine that has other things to do too. */
const catchUpLimitMs = 30_000;
const lookEveryMs = 10;
const mostOpen = 40;

/** What was broken, with what it takes to play it again. */
export class StormFailure extends Error {
  override readonly name = "StormFailure";
}

/** Plays the story of a seed on real servers, and checks after each round what must always be true. @throws StormFailure */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { seed, facts, withinSeconds, organizations, processes, url } = options;
  // Its own, as one who is no part of it: faults befall only connections of the servers.
  const pool = new Pool({ connectionString: options.superuserUrl, application_name: "kith storm", max: 6 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const crew = new Crew(processes, url);
  const report: StormReport = {
    seed, rounds: 0, outcomes: { done: 0, refused: 0, failed: 0, unknown: 0 }, faults: new Map(), calmCatchUpMs: [], shakenCatchUpMs: [],
    entries: 0, inversions: 0, overtaken: 0, processes: 0, seconds: 0,
  };
  const began = performance.now();
  try {
    await watchDatabase(pool);
    const stories: OrganizationStory[] = [];
    for (let at = 0; at < organizations; at += 1) stories.push(new OrganizationStory(pool, await createStormOrganization(at)));
    await crew.allReady();
    const sent: Told[] = [];
    const player = { ...options, pool, crew, stories, report, sent };
    await lookAndCheck(player, [], []);
    for (const round of randomRounds(seed, options)) {
      await play(player, round);
      report.seconds = (performance.now() - began) / 1000;
      options.onRound(report);
      const { done, refused, failed, unknown } = report.outcomes;
      if (done + refused + failed + unknown >= facts || (withinSeconds !== null && report.seconds > withinSeconds)) break;
    }
    await lookAndCheck(player, [], [], true);
    failIf(player, await checkInTheEnd(pool, sent), [], []);
    return report;
  } finally {
    await crew.stop();
    await pool.end();
  }
}

interface Player extends StormOptions {
  readonly pool: Pool;
  readonly crew: Crew;
  readonly stories: readonly OrganizationStory[];
  readonly report: StormReport;
  /** What was acknowledged that sends a message: to be there in the end. */
  readonly sent: Told[];
}

async function play(player: Player, round: Round): Promise<void> {
  const { stories, crew, pool, report } = player;
  report.rounds = round.number;
  crew.beginRound(round.number, round.faults.length > 0);
  crew.replenish();
  await crew.someReady();
  await insist(() => Promise.all(stories.map(async (story, at) => {
    const move = round.moves[at];
    if (move) await story.moveClock(move);
  })));
  const deeds = stories.flatMap((story, at) => story.resolve(round.facts[at] ?? [], mostOpen).map((deed, nth) => ({ story, deed, nth })));
  const striking = Promise.all(round.faults.map((fault) => strike(fault, crew.ready, pool)));
  const told = await Promise.all(deeds.sort((a, b) => a.nth - b.nth).map(({ story, deed }, nth) => tellOne(player, story, deed, nth)));
  const faults = await striking;
  for (const fault of round.faults) report.faults.set(fault.kind, (report.faults.get(fault.kind) ?? 0) + 1);
  await lookAndCheck(player, told, faults);
}

async function tellOne({ crew, report, sent }: Player, { organization: { organizationId } }: OrganizationStory, deed: Deed, nth: number): Promise<Told> {
  const app = crew.ready[nth % Math.max(1, crew.ready.length)];
  const outcome: Outcome = app ? await app.do(organizationId, deed) : { kind: "unknown" };
  const told = { organizationId, deed, process: app?.number ?? 0, outcome };
  report.outcomes[outcome.kind] += 1;
  if (outcome.kind === "done" && "clientMessageId" in deed) sent.push(told);
  return told;
}

/** Waits until the router has caught up, and looks at every organization then. */
async function lookAndCheck(player: Player, told: readonly Told[], faults: readonly string[], isLast = false): Promise<void> {
  const { crew, stories, report } = player;
  await caughtUp(player, told, faults);
  const problems = [...crew.takeProblems()];
  for (const { deed, outcome } of told) {
    if (outcome.kind !== "failed") continue;
    if (!crew.isShaken || /deadlock/i.test(outcome.message)) problems.push(`failed: ${JSON.stringify(deed)} ${outcome.message}`);
  }
  for (const story of stories) {
    const ofStory = told.filter(({ organizationId }) => organizationId === story.organization.organizationId);
    problems.push(...(await insist(() => checkStory(player, story, ofStory, faults, isLast))));
  }
  failIf(player, problems, told, faults);
  report.entries = stories.reduce((sum, { entries }) => sum + entries, 0);
  report.inversions = stories.reduce((sum, { inversions }) => sum + inversions, 0);
  report.processes = crew.started;
  report.overtaken = crew.overtaken;
}

async function checkStory(player: Player, story: OrganizationStory, told: readonly Told[], faults: readonly string[], isLast: boolean): Promise<string[]> {
  const { crew } = player;
  for (;;) {
    const observed = await story.look(told, isLast);
    if (observed) return story.check(observed, told, crew.isShaken || crew.overtakenNow.has(story.organization.organizationId));
    // Something has come due since.
    await caughtUp(player, told, faults);
  }
}

async function caughtUp(player: Player, told: readonly Told[], faults: readonly string[]): Promise<void> {
  const { crew, pool, report } = player;
  const began = performance.now();
  for (;;) {
    crew.replenish();
    const due = await insist(() => stillDue(pool));
    const tookMs = performance.now() - began;
    if (due.length === 0) {
      (crew.isShaken ? report.shakenCatchUpMs : report.calmCatchUpMs).push(tookMs);
      return;
    }
    if (tookMs > catchUpLimitMs) {
      const stillDueSay = due.map((what) => `still due after ${Math.round(tookMs)} ms: ${what}`);
      failIf(player, [...stillDueSay, ...crew.takeProblems(), ...crew.lastLines], told, faults);
    }
    await sleep(lookEveryMs);
  }
}

/** Again when the connection was lost: PostgreSQL itself may crash. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + catchUpLimitMs; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error) || performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

function isLost(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${"code" in error ? error.code : ""}` : "";
  return /ECONN|EPIPE|57P0|terminat|recovery|not queryable|Can't reach|closed the connection|starting up|shutting down/i.test(text);
}

function failIf({ seed, report }: Pick<Player, "seed" | "report">, problems: readonly string[], told: readonly Told[], faults: readonly string[]): void {
  if (problems.length === 0) return;
  const lines = [
    `Round ${report.rounds} of seed ${seed} broke what must always be true. KITH_SEED=${seed} plays its facts and faults again.`,
    ...problems,
    `Faults: ${faults.join("; ") || "none"}.`,
    "Facts of the round:",
    ...told.map(({ organizationId, process, deed, outcome }) => `  ${organizationId} process ${process} ${JSON.stringify(deed)} → ${JSON.stringify(outcome)}`),
  ];
  throw new StormFailure(lines.join("\n"));
}
