import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres";

// Nothing in it has to survive a crash.
const fastSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** A PostgreSQL in a temporary folder, which disappears with `stop()`. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const home = await mkdtemp(path.join(tmpdir(), "kith-postgres-"));
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
