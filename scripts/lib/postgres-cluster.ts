import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { choosePostgresAccount, type PostgresAccount } from "./postgres-account";
import type { PostgresBinaries } from "./postgres-binaries";
import { Problem } from "./problem";

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly folder: string;
  readonly account: PostgresAccount;
  readonly passwords: ClusterPasswords;
}

export interface ClusterPasswords {
  /** Of the role `postgres`, which passes row-level security: for administration only. */
  readonly superuser: string;
  /** Of the plain role `kith`, which owns the database `kith`. */
  readonly app: string;
}

/** Finds the cluster in `home`/postgres or makes it; a creation that was cut short leaves nothing behind. */
export async function openCluster(home: string, binaries: PostgresBinaries): Promise<Cluster> {
  await mkdir(home, { recursive: true });
  const folder = path.join(home, "postgres");
  const passwords = await keepPasswords(home);
  if (await stat(path.join(folder, "PG_VERSION")).catch(() => null)) {
    return { folder, passwords, account: await choosePostgresAccount(binaries.postgres, folder) };
  }
  await refuseForeignFolder(folder);
  const unfinished = path.join(home, "postgres.unfinished");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const account = await choosePostgresAccount(binaries.postgres, unfinished);
  await initialize(binaries.initdb, unfinished, account, passwords.superuser);
  await rename(unfinished, folder);
  return { folder, passwords, account };
}

/** Whatever is there and is no cluster, it is not ours to delete. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) return;
  throw new Problem(`${folder} holds files but no PostgreSQL database. Restore it from a backup, or move it away to begin with an empty database, and start again.`);
}

async function keepPasswords(home: string): Promise<ClusterPasswords> {
  const file = path.join(home, "postgres-passwords.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return JSON.parse(kept) as ClusterPasswords;
  if (await stat(path.join(home, "postgres")).catch(() => null)) {
    throw new Problem(`${file} is missing, and without it the database in the same folder can't be opened. Put it back and start again.`);
  }
  const made = { superuser: randomBytes(24).toString("base64url"), app: randomBytes(24).toString("base64url") };
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

async function initialize(initdb: string, folder: string, account: PostgresAccount, password: string): Promise<void> {
  // initdb takes a password from a file only, and must be able to read it as its own account.
  const passwordFile = `${folder}.password`;
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account.owner) await chown(passwordFile, account.owner.uid, account.owner.gid);
    await runInitdb(initdb, folder, account, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(initdb: string, folder: string, account: PostgresAccount, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    // The collation built into PostgreSQL: the same on every machine, and no index breaks when the system's changes.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  const [command = initdb, ...rest] = [...account.prefix, initdb, ...args];
  const child = spawn(command, rest, { cwd: "/", stdio: ["ignore", "pipe", "pipe"], ...(account.ids ?? {}) });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Problem(explainPostgresFailure(output, "The database could not be created"));
}

/** Turns what PostgreSQL wrote before it gave up into one sentence. */
export function explainPostgresFailure(output: string, what: string): string {
  if (/No space left on device/i.test(output)) {
    return `${what}: the disk is full. Free some space and start again; nothing was lost.`;
  }
  if (/database files are incompatible|not compatible with this version/i.test(output)) {
    return `${what}: the data folder was made by another major version of PostgreSQL. Use the version of Kith that made it.`;
  }
  const lines = output.split("\n").filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  const last = lines.at(-1) ?? output.trim().split("\n").at(-1) ?? "";
  return `${what}: ${last.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, "").trim() || "PostgreSQL gave no reason"}.`;
}
