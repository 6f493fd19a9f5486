import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { isAlive, recordOf, type ProcessRecord } from "./process-identity";

export interface Holder {
  readonly process: ProcessRecord;
}

export type LockAttempt<T extends Holder> =
  | { readonly kind: "held"; readonly holder: T }
  /** `previous` is what a holder that was killed had noted, if there was one. */
  | { readonly kind: "locked"; readonly previous: T | null; readonly lock: FileLock<T> };

export interface FileLock<T extends Holder> {
  /** Changes parts of the note in the lock file. */
  update(change: Partial<Omit<T, "process">>): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the lock whose file is `file`, and with it the right to keep a note in it. The lock of a process that has
 * ended, however it ended, counts as free.
 */
export async function tryLock<T extends Holder>(file: string, note: Omit<T, "process">): Promise<LockAttempt<T>> {
  const self = ownRecord();
  const draft = `${file}.${self.pid}`;
  let previous: T | null = null;
  const write = async (content: Omit<T, "process">) => {
    await writeFile(draft, JSON.stringify({ ...content, process: self }), { mode: 0o600 }).catch(async (error: unknown) => {
      await rm(draft, { force: true });
      throw error;
    });
  };
  for (;;) {
    await write(note);
    // A hard link appears with its content or not at all, and only one of several processes can make it.
    const isOurs = await link(draft, file).then(() => true, ignoreExisting);
    await rm(draft, { force: true });
    if (isOurs) break;
    const holder = await readHolder<T>(file);
    if (holder && isAlive(holder.process)) return { kind: "held", holder };
    previous = (await takeAway<T>(file, holder, draft)) ?? previous;
  }
  let current = note;
  const lock: FileLock<T> = {
    update: async (change) => {
      current = { ...current, ...change };
      await write(current);
      await rename(draft, file);
    },
    release: () => rm(file, { force: true }),
  };
  return { kind: "locked", previous, lock };
}

export async function readHolder<T extends Holder>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return null;
  }
}

/** Removes the lock of an ended process, unless another process has just done so and put its own there. */
async function takeAway<T extends Holder>(file: string, judged: T | null, draft: string): Promise<T | null> {
  const aside = `${draft}.ended`;
  try {
    await rename(file, aside);
  } catch {
    return null;
  }
  const taken = await readHolder<T>(aside);
  const isOther = taken !== null && (taken.process.pid !== judged?.process.pid || taken.process.startedAt !== judged.process.startedAt);
  if (isOther) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return isOther ? null : taken;
}

function ownRecord(): ProcessRecord {
  const record = recordOf(process.pid);
  if (record === null) throw new Error("This system does not tell when a process was started.");
  return record;
}

function ignoreExisting(error: unknown): false {
  if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
  throw error;
}
