import { mkdir, readFile, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { findPostgresBinaries } from "./postgres-binaries";
import { openCluster, type Cluster } from "./postgres-cluster";
import { launchPostgres, superuserOf } from "./postgres-process";
import { Problem } from "./problem";
import { commandLineOf, recordOf, stopProcess } from "./process-identity";

export interface EmbeddedPostgres {
  /** For the app: the plain role `kith`, to which row-level security applies. */
  readonly url: string;
  /** For administration: passes row-level security and may make databases. */
  readonly superuserUrl: string;
  /** Resolves when the server process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Shuts down cleanly; may be called more than once. */
  stop(): Promise<void>;
}

const roomForFirstRunBytes = 500_000_000;

/** Starts the PostgreSQL whose data lives in `home`, and makes it first if there is none. */
export async function startEmbeddedPostgres(home: string, settings: readonly string[] = []): Promise<EmbeddedPostgres> {
  await mkdir(home, { recursive: true });
  await requireRoom(home);
  const binaries = await findPostgresBinaries();
  await stopOrphan(path.join(home, "postgres"));
  const cluster = await openCluster(home, binaries);
  const logFile = path.join(home, "postgres.log");
  const server = await launchPostgres({ binary: binaries.postgres, cluster, logFile, settings });
  try {
    await ensureRoleAndDatabase(cluster, server.port);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const urlFor = (user: string, password: string) => `postgresql://${user}:${password}@127.0.0.1:${server.port}/kith`;
  return {
    url: urlFor("kith", cluster.passwords.app),
    superuserUrl: urlFor("postgres", cluster.passwords.superuser),
    ended: new Promise((resolve) => server.child.once("exit", () => resolve())),
    stop: server.stop,
  };
}

async function requireRoom(home: string): Promise<void> {
  if (await stat(path.join(home, "postgres")).catch(() => null)) return;
  const { bavail, bsize } = await statfs(home);
  if (bavail * bsize >= roomForFirstRunBytes) return;
  const free = Math.floor((bavail * bsize) / 1_000_000);
  throw new Problem(`There are only ${free} MB free in ${home} and the first start needs 500 MB. Free some space and start again.`);
}

/** A PostgreSQL that outlived a killed start: it is ended in the clean way, and nothing is lost. */
export async function stopOrphan(folder: string): Promise<void> {
  const pidFile = path.join(folder, "postmaster.pid");
  const pid = Number.parseInt((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0] ?? "", 10);
  const record = Number.isInteger(pid) && pid > 1 ? recordOf(pid) : null;
  // Process ids are used again, after a restart of the machine above all: only a process that names our folder is ours.
  const isOurs = record !== null && (commandLineOf(record.pid)?.includes(`-D ${folder} `) ?? false);
  if (isOurs && !(await stopProcess(record, "SIGINT", 30_000)) && !(await stopProcess(record, "SIGQUIT", 10_000))) {
    throw new Problem(`An earlier PostgreSQL (process ${record.pid}) still uses ${folder} and does not end. End it and start again.`);
  }
  // PostgreSQL removes a stale file itself unless the number in it now belongs to some stranger's process.
  if (!isOurs) await rm(pidFile, { force: true });
}

async function ensureRoleAndDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new Client(superuserOf(cluster, port));
  client.on("error", () => undefined);
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'kith'");
    const verb = role.rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(`${verb} ROLE kith LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(cluster.passwords.app)}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'kith'");
    if (database.rowCount === 0) await client.query(`CREATE DATABASE kith OWNER ${escapeIdentifier("kith")}`);
  } finally {
    await client.end();
  }
}
