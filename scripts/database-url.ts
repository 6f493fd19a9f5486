import { Problem } from "./lib/problem";
import { readRunningInstance } from "./lib/running-instance";

/** The database that commands work on: DATABASE_URL, else the embedded one of the Kith that is running here. */
export async function resolveDatabaseUrl(): Promise<string> {
  const given = process.env["DATABASE_URL"];
  if (given) return given;
  const running = await readRunningInstance();
  if (running?.databaseUrl) return running.databaseUrl;
  throw new Problem("Kith is not running here, so its database is not either. Start it first with npm start, or set DATABASE_URL.");
}
