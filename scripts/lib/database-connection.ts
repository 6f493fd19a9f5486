import { Client } from "pg";
import { errorCode, Problem } from "./problem";

const oldestVersion = 14;

/** Makes sure that DATABASE_URL leads to a PostgreSQL which is new enough, before anything else takes time. */
export async function requireDatabase(databaseUrl: string): Promise<void> {
  let client: Client;
  try {
    client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    await client.connect();
  } catch (error) {
    throw connectionProblem(databaseUrl, error);
  }
  try {
    const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < oldestVersion) {
      throw new Problem(`The database is PostgreSQL ${major}, and Kith needs ${oldestVersion} or newer. Update it, or unset DATABASE_URL to use the embedded one.`);
    }
  } finally {
    await client.end();
  }
}

/** Says why a connection failed without giving the password away. */
export function connectionProblem(databaseUrl: string, error: unknown): Problem {
  const where = describeTarget(databaseUrl);
  if (where === null) {
    return new Problem("DATABASE_URL is not a PostgreSQL address. It looks like postgresql://user:password@host:5432/database.");
  }
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return new Problem(`The database at ${where} refused the user or the password. Put them right in DATABASE_URL and start again.`);
    case "3D000":
      return new Problem(`There is no such database at ${where}. Create it, or put its name right in DATABASE_URL, and start again.`);
    case "53300":
      return new Problem(`The database at ${where} has no connection left. Raise its max_connections or close other programs, and start again.`);
    case "57P03":
      return new Problem(`The database at ${where} is just starting or stopping. Start Kith again in a moment.`);
    default:
      return new Problem(`The database at ${where} can't be reached (${errorCode(error) ?? shortReason(error)}). Start it or put DATABASE_URL right, then start Kith again.`);
  }
}

function describeTarget(databaseUrl: string): string | null {
  try {
    const url = new URL(databaseUrl);
    return /^postgres(ql)?:$/.test(url.protocol) ? `${url.host}${url.pathname}` : null;
  } catch {
    return null;
  }
}

function shortReason(error: unknown): string {
  return error instanceof Error && error.message ? error.message : "no answer";
}
