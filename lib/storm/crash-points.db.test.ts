import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { runPass } from "../router/pass";
import { pool } from "../store/database";
import { withTestDatabase } from "../testing/test-database";
import { createCrashScene, standingOf, type CrashScene, type Standing } from "./crash-scene";
import { PassFaults, type PassFault } from "./pass-faults";
import { stillDue } from "./still-due";

/**
 * A process is killed at every await of a pass: before each statement is sent, after each was answered, and with COMMIT
 * on its way. Another process makes up for it, and nothing is lost, and nothing is done twice.
 */
withTestDatabase();

const processFile = path.join(path.dirname(fileURLToPath(import.meta.url)), "crash-process.ts");

/** As many processes are started at once; most of their time is their start. */
const atOnce = 3;

interface Victim {
  readonly child: ChildProcess;
  readonly isReady: Promise<unknown>;
  /** The signal that ended it, and the statements of its pass if it lived to tell. */
  readonly ended: Promise<{ readonly signal: string | null; readonly statements: readonly string[] | null }>;
}

function startVictim(): Victim {
  const child = fork(processFile, [], { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let statements: readonly string[] | null = null;
  const isReady = new Promise((resolve) => child.once("message", resolve));
  void isReady.then(() => child.once("message", (message) => (statements = z.array(z.string()).parse(message))));
  const ended = new Promise<Awaited<Victim["ended"]>>((resolve) => child.once("exit", (_, signal) => resolve({ signal, statements })));
  return { child, isReady, ended };
}

async function passIn({ child, isReady, ended }: Victim, { organizationId }: CrashScene, fault: PassFault | null): Victim["ended"] {
  await isReady;
  child.send({ organizationId, fault });
  return ended;
}

/** What is due stands in the rows: this process finds it there. */
async function catchUp({ organizationId }: CrashScene): Promise<void> {
  while ((await stillDue(pool(), { organizationId, now: null })).length > 0) await runPass(organizationId, { whenLocked: "wait" });
}

/** Every place at which a process can end in a pass of these statements. */
function placesIn(statements: readonly string[], since: string, kind: PassFault["kind"] = "kill"): PassFault[] {
  const places = statements.flatMap((_, statement): PassFault[] => [
    { kind, statement, when: "before" },
    { kind, statement, when: "answered" },
  ]);
  places.push({ kind, statement: statements.length - 1, when: "sent" });
  return places.filter(({ statement }) => statement >= statements.indexOf(since));
}

/** As `atOnce` workers, each with the next victim started while it looks at the last. */
async function killAt(places: readonly PassFault[], createScene: () => Promise<CrashScene>): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  const left = [...places];
  const work = async () => {
    let victim = startVictim();
    for (let fault = left.shift(); fault; fault = left.shift()) {
      const scene = await createScene();
      const ending = passIn(victim, scene, fault);
      const next = startVictim();
      expect(await ending, `killed at ${JSON.stringify(fault)}`).toMatchObject({ signal: "SIGKILL" });
      victim = next;
      await catchUp(scene);
      standings.set(`${fault.statement} ${fault.when}`, await standingOf(scene));
    }
    victim.child.kill("SIGKILL");
    await victim.ended;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return standings;
}

/** As the scene ends, whoever decides it and however often somebody tried before: each effect with its one entry. */
function expected(given: "assigned" | "offered"): Standing {
  return {
    conversations: {
      "ben's": ["assigned ben"],
      "cat's": ["assigned cat"],
      "dan's": ["assigned dan"],
      heavy: ["waiting passed over"],
      patient: ["in_line", "in_line dedicated_timed_out all_at_capacity"],
      "next in line": [`${given} dan`, `${given} no_dedicated_agent most_room`],
      "at night": [`${given} eve`, `${given} no_dedicated_agent most_room`],
      "of ana": [`${given} ana`, `${given} dedicated_available`],
      "of ben": ["waiting", "waiting dedicated_at_capacity"],
      light: [`${given} cat`, `${given} dedicated_available`],
      "of nobody": ["in_line", "in_line no_dedicated_agent no_agent_available"],
      plain: [`${given} ana`, `${given} no_dedicated_agent most_room`],
      last: ["in_line", "in_line no_dedicated_agent all_at_capacity"],
    },
    loads: { ana: [2, 2], ben: [2, 2], cat: [2, 2], dan: [2, 2], eve: [1, 1] },
  };
}

/** A pass that nothing befalls; its statements are where things may. */
async function statementsOf(createScene: () => Promise<CrashScene>, given: "assigned" | "offered"): Promise<readonly string[]> {
  const scene = await createScene();
  const { statements } = await passIn(startVictim(), scene, null);
  expect(await standingOf(scene)).toEqual(expected(given));
  expect(statements?.[0]).toContain("BEGIN");
  expect(statements?.at(-1)).toBe("COMMIT");
  return statements ?? [];
}

const limitMs = 120_000;

test("killed at any statement of a pass that assigns, lets wait, puts in line, overflows and passes over: each once, after another process", { timeout: limitMs }, async () => {
  const createScene = () => createCrashScene({ isOffering: false });
  const statements = await statementsOf(createScene, "assigned");
  expect(statements).toEqual(expect.arrayContaining(["load-agents", "take-room", "write-assigned", "write-waiting", "write-in-line", "pass-over", "write-log", "note-agent-changes"]));
  const standings = await killAt(placesIn(statements, statements[0] ?? ""), createScene);
  expect(standings.size).toBe(statements.length * 2 + 1);
  for (const [place, standing] of standings) expect(standing, `killed at ${place} of ${statements.join(", ")}`).toEqual(expected("assigned"));
});

test("killed at any statement by which a pass writes offers, after a change of the organization: each once, after another process", { timeout: limitMs }, async () => {
  const createScene = () => createCrashScene({ isOffering: true });
  const statements = await statementsOf(createScene, "offered");
  expect(statements).toContain("note-organization-changes");
  for (const [place, standing] of await killAt(placesIn(statements, "take-room"), createScene)) {
    expect(standing, `killed at ${place} of ${statements.join(", ")}`).toEqual(expected("offered"));
  }
});

test("its connection cut at any statement of a pass: each once, by the same process", { timeout: limitMs }, async () => {
  const faults = new PassFaults();
  const first = await createCrashScene({ isOffering: false });
  await runPass(first.organizationId, { whenLocked: "wait" });
  for (const place of placesIn([...faults.statements], faults.statements[0] ?? "", "cut")) {
    const scene = await createCrashScene({ isOffering: false });
    faults.arm(place);
    await runPass(scene.organizationId, { whenLocked: "wait" }).catch(() => undefined);
    // A connection may have been cut that this process has not yet missed: the next use of it fails.
    await expect.poll(() => catchUp(scene).then(() => "caught up"), { timeout: 5_000, interval: 20 }).toBe("caught up");
    expect(await standingOf(scene), `cut at ${JSON.stringify(place)}`).toEqual(expected("assigned"));
  }
});
