import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { inProject } from "./folders";

export interface MigrationFile {
  /** The folder's name, `<timestamp>_<name>`: migrations are applied in the order of their names. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hexadecimal, as Prisma keeps it in `_prisma_migrations`. */
  readonly checksum: string;
}

export const migrationsFolder = inProject("prisma/migrations");

/** The content of migration_lock.toml, without which Prisma doesn't know what database the folder is for. */
export const migrationLock = `# Prisma's note of the database that these migrations are for. Keep it in git.
provider = "postgresql"
`;

/** All migrations of this version of the code, oldest first. */
export async function readMigrationFiles(folder: string = migrationsFolder): Promise<readonly MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(path.join(folder, name, "migration.sql"));
      return { name, sql: content.toString("utf8"), checksum: createHash("sha256").update(content).digest("hex") };
    }),
  );
}

/** The same folder in the shape that Prisma's engine takes. */
export async function readMigrationList(folder: string = migrationsFolder) {
  const files = await readMigrationFiles(folder);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: migrationLock },
    shadowDbInitScript: "",
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
