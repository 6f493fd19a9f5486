import { randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres, stopOrphan, type EmbeddedPostgres } from "./embedded-postgres";
import { isAlive, recordOf, type ProcessRecord } from "./process-identity";

// Nothing in it has to survive a crash.
const fastSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const prefix = "kith-throwaway-";

/** A PostgreSQL in a temporary folder, which disappears with `stop()`, or else with the next one of these. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const home = await makeThrowawayFolder(0o755);
  const removeHome = () => rm(home, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres(home, fastSettings);
    const stop = async () => {
      await postgres.stop();
      await removeHome();
    };
    return { ...postgres, stop };
  } catch (error) {
    await removeHome();
    throw error;
  }
}

/** A data folder for this process alone. Whoever makes the next one removes it, and its database, if we can't. */
export async function makeThrowawayFolder(mode: number): Promise<string> {
  await sweepThrowaways();
  const home = path.join(tmpdir(), `${prefix}${process.pid}-${randomUUID()}`);
  // It appears with its owner's name in it, so that nobody takes it for an abandoned one.
  await mkdir(`${home}.new`, { mode });
  await writeFile(path.join(`${home}.new`, "owner.json"), JSON.stringify(recordOf(process.pid)));
  await rename(`${home}.new`, home);
  return home;
}

/** Ends and removes those whose owner was killed. */
export async function sweepThrowaways(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix) && !name.endsWith(".new"));
  for (const name of names) {
    const home = path.join(tmpdir(), name);
    const owner = await readFile(path.join(home, "owner.json"), "utf8")
      .then((text) => JSON.parse(text) as ProcessRecord)
      .catch(() => null);
    if (owner === null || isAlive(owner)) continue;
    await stopOrphan(path.join(home, "postgres")).catch(() => undefined);
    await rm(home, { recursive: true, force: true }).catch(() => undefined);
  }
}
