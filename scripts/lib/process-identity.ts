import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that can be recognised later, although process ids are used again. */
export interface ProcessRecord {
  readonly pid: number;
  /** When the process was started, in whatever form the system gives it. */
  readonly startedAt: string;
}

export function recordOf(pid: number): ProcessRecord | null {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isAlive(record: ProcessRecord): boolean {
  return startOf(record.pid) === record.startedAt;
}

/** The whole command line of a process, or null when there is none (any more). */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return askPs(pid, "args=");
  }
}

/** Sends `signal`, waits until the process is gone or `limitMs` has passed, and says which. */
export async function stopProcess(record: ProcessRecord, signal: NodeJS.Signals, limitMs: number): Promise<boolean> {
  try {
    if (isAlive(record)) process.kill(record.pid, signal);
  } catch {
    // It ended between the look and the signal, or it isn't ours to end; the wait below tells which.
  }
  return waitForEnd(record, limitMs);
}

export async function waitForEnd(record: ProcessRecord, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (isAlive(record)) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function startOf(pid: number): string | null {
  try {
    // The name in parentheses may itself hold spaces and parentheses, so fields count from the last one. After it come
    // the state (field 3) and, twentieth from there, the start in clock ticks since boot (field 22).
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19] ?? ""}`;
  } catch {
    return process.platform === "linux" ? null : askPs(pid, "lstart=");
  }
}

function askPs(pid: number, column: string): string | null {
  const { status, stdout } = spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" });
  return status === 0 ? stdout.trim() || null : null;
}
