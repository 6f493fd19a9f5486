import { readFile } from "node:fs/promises";
import type { Client } from "pg";

/**
 * Milliseconds of processor that the database server's processes have used so far, by process id; null where the
 * system does not tell (it does on Linux). Not disturbed by what else the machine has to do, as times by the clock are.
 */
export async function databaseCpuMs(admin: Client): Promise<ReadonlyMap<number, number> | null> {
  const { rows } = await admin.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
  const times = new Map<number, number>();
  for (const { pid } of rows) {
    const nanoseconds = Number((await readFile(`/proc/${pid}/schedstat`, "utf8").catch(() => "")).split(" ")[0]);
    if (nanoseconds > 0) times.set(pid, nanoseconds / 1e6);
  }
  return times.size === 0 ? null : times;
}

/** Between two looks; a process that is new counts whole. */
export function cpuMsBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}
