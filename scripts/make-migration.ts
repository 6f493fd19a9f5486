import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EmbeddedPostgres } from "./lib/embedded-postgres";
import { inProject } from "./lib/folders";
import { migrationLock, migrationsFolder, readMigrationList } from "./lib/migration-files";
import { Problem } from "./lib/problem";
import { runCommand } from "./lib/run-command";
import { openSchemaEngine } from "./lib/schema-engine";
import { startThrowawayPostgres } from "./lib/throwaway-postgres";

/** Writes the SQL that leads from the migrations to prisma/schema.prisma into a new migration, to be finished by hand. */
await runCommand(async () => {
  const name = (process.argv[2] ?? "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_|_$/g, "");
  if (name === "") throw new Problem("Say what the migration does: npm run make-migration -- add_customer_notes");
  const postgres = await startThrowawayPostgres();
  try {
    const sql = await differenceToSchema(postgres);
    if (sql === null) {
      console.log("The migrations already lead to prisma/schema.prisma.");
      return;
    }
    const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const folder = path.join(migrationsFolder, `${timestamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "migration.sql"), sql);
    await writeFile(path.join(migrationsFolder, "migration_lock.toml"), migrationLock);
    console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql`);
  } finally {
    await postgres.stop();
  }
});

async function differenceToSchema(postgres: EmbeddedPostgres): Promise<string | null> {
  const file = inProject("prisma/schema.prisma");
  const engine = await openSchemaEngine(postgres.url, postgres.superuserUrl.replace(/kith$/, "postgres"));
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrationList()) },
      to: { tag: "schemaDatamodel", files: [{ path: file, content: await readFile(file, "utf8") }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? null) : null;
  } finally {
    engine.free();
  }
}
