import { resolveDatabaseUrl } from "./database-url";
import { applyMigrations } from "./lib/apply-migrations";
import { requireDatabase } from "./lib/database-connection";
import { runCommand } from "./lib/run-command";
import { withStartLock } from "./lib/start-lock";

await runCommand(async () => {
  const databaseUrl = await resolveDatabaseUrl();
  await requireDatabase(databaseUrl);
  const applied = await withStartLock(databaseUrl, (client) => applyMigrations(client));
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
});
