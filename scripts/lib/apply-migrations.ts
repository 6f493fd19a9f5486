import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { readMigrationFiles, type MigrationFile } from "./migration-files";
import { Problem } from "./problem";

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

// As Prisma's engine makes it, so that `prisma migrate deploy` and `prisma migrate status` understand the database.
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database up to the migrations in `folder` and returns the names of those it applied. The caller holds the
 * database's start lock (see start-lock.ts).
 *
 * Not Prisma's own engine: that one commits a migration and the note about it separately, so that a kill between the
 * two leaves a database which needs a person. Here both are one transaction, and a kill or a failure leaves the
 * database as it was. A migration must therefore do without statements that refuse transactions.
 *
 * @throws Problem when the database is newer than the code, or its history is not the folder's; nothing is changed then.
 */
export async function applyMigrations(client: Client, folder?: string): Promise<readonly string[]> {
  const files = await readMigrationFiles(folder);
  const applied = await readApplied(client);
  refuseForeignHistory(files, applied);
  const waiting = files.slice(applied.length);
  if (waiting.length > 0) await client.query(migrationsTable);
  for (const file of waiting) await applyOne(client, file);
  return waiting.map((file) => file.name);
}

async function readApplied(client: Client): Promise<readonly AppliedMigration[]> {
  const table = await client.query<{ exists: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`);
  if (!table.rows[0]?.exists) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "isFinished"
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  // Sorted here as the folder is, and not by whatever the database's collation says.
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function refuseForeignHistory(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): void {
  const known = new Map(files.map((file) => [file.name, file]));
  const unfinished = applied.find((migration) => !migration.isFinished);
  if (unfinished) {
    throw new Problem(
      `The migration ${unfinished.name} failed halfway in this database. Restore a backup, or repair it by hand and set finished_at in "_prisma_migrations"; nothing was changed now.`,
    );
  }
  const foreign = applied.find((migration) => !known.has(migration.name));
  if (foreign) {
    throw new Problem(
      `The database is newer than this version of Kith (it has the migration ${foreign.name}, which this version does not know). Update Kith and start again; nothing was changed.`,
    );
  }
  const edited = applied.find((migration) => known.get(migration.name)?.checksum !== migration.checksum);
  if (edited) {
    throw new Problem(
      `The file prisma/migrations/${edited.name}/migration.sql was changed after it had been applied to this database. Put the original back (git checkout) and write a new migration for the change; nothing was changed.`,
    );
  }
  const gap = applied.findIndex((migration, index) => migration.name !== files[index]?.name);
  if (gap !== -1) {
    throw new Problem(
      `The migration ${files[gap]?.name ?? ""} is older than one that this database already has. Give it a newer timestamp and start again; nothing was changed.`,
    );
  }
}

async function applyOne(client: Client, { name, sql, checksum }: MigrationFile): Promise<void> {
  try {
    await client.query("BEGIN");
    // It may change rows of any organization.
    await client.query("SET LOCAL kith.organization = 'all'");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`The migration ${name} could not be applied (${reason}). The database is as it was before it.`);
  }
}
