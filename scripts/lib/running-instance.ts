import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "./folders";
import { isAlive, type ProcessRecord } from "./process-identity";

/** What a running Kith notes about itself, for other commands and for the start after a kill. */
export interface RunningInstance {
  readonly start: ProcessRecord;
  readonly server: ProcessRecord | null;
  readonly databaseUrl: string;
}

function noteFile(): string {
  return path.join(dataFolder(), "running.json");
}

/** The note as the last start left it; its processes may be gone. */
export async function readNote(): Promise<RunningInstance | null> {
  const text = await readFile(noteFile(), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as RunningInstance;
  } catch {
    return null;
  }
}

export async function readRunningInstance(): Promise<RunningInstance | null> {
  const note = await readNote();
  return note !== null && isAlive(note.start) ? note : null;
}

export async function writeNote(note: RunningInstance): Promise<void> {
  // It holds a password, and a half-written one must never be read.
  await writeFile(`${noteFile()}.new`, JSON.stringify(note), { mode: 0o600 });
  await rename(`${noteFile()}.new`, noteFile());
}

export async function removeNote(): Promise<void> {
  await rm(noteFile(), { force: true });
}
