import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { RandomFault } from "./random-round";
import type { StormApp } from "./storm-app";

/** As many statements a long pass has; where a short one ends before, the fault waits for the next. */
const statements = 18;

/** Lets a fault befall one of these servers, or a connection of theirs. @returns what it was, for the story of the round. */
export async function strike({ kind, a, b, afterMs }: RandomFault, apps: readonly StormApp[], admin: Pool): Promise<string> {
  const app = apps[a % Math.max(1, apps.length)];
  if (!app) return "nobody was there to be struck";
  const when = (["before", "sent", "answered"] as const)[b % 3] ?? "before";
  const statement = b % statements;
  switch (kind) {
    case "kill_in_pass":
      app.arm({ kind: "kill", statement, when });
      return `process ${app.number} is to be killed at statement ${statement} of a pass, ${when}`;
    case "cut_in_pass":
      app.arm({ kind: "cut", statement, when });
      return `process ${app.number} is to lose its connection at statement ${statement} of a pass, ${when}`;
    case "kill":
      await sleep(afterMs);
      app.kill();
      return `process ${app.number} was killed after ${afterMs} ms`;
    case "pause":
      await sleep(afterMs);
      await app.pause(20 + (b % 400));
      return `process ${app.number} stood still for ${20 + (b % 400)} ms after ${afterMs} ms`;
    case "terminate":
    case "cut_listener": {
      await sleep(afterMs);
      const name = kind === "terminate" ? "kith" : "kith listener";
      const ended = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM (
           SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 ORDER BY md5(pid::text || $2::text) LIMIT $3) p`,
        [name, b, 1 + (b % 3)],
      );
      return `${ended.rowCount} connections of ${name} were ended after ${afterMs} ms`;
    }
    case "crash_postgres":
      await sleep(afterMs);
      return crashPostgres(admin, afterMs);
  }
}

/** One of its processes is killed: PostgreSQL ends all others, and recovers what was committed from its log. */
async function crashPostgres(admin: Pool, afterMs: number): Promise<string> {
  const { rows } = await admin.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kith' ORDER BY pid LIMIT 1");
  const pid = rows[0]?.pid;
  if (pid !== undefined) process.kill(pid, "SIGKILL");
  return `PostgreSQL crashed after ${afterMs} ms`;
}
