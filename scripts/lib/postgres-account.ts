import { spawnSync } from "node:child_process";
import { chown, lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { Problem } from "./problem";

interface AccountIds {
  readonly uid: number;
  readonly gid: number;
}

/** How PostgreSQL is launched: a command to put before it, and the account to run as. */
export interface PostgresAccount {
  readonly prefix: readonly string[];
  /** What to switch to when the process is made; null when `prefix` does it or nothing is to be done. */
  readonly ids: AccountIds | null;
  /** Who must own the files; null: ourselves. */
  readonly owner: AccountIds | null;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as `postgres`, else `nobody`, else an account made for it. If that
 * account can't reach the folders (a clone in /root, mode 0700), the process keeps one right of root, to pass file
 * permissions, and nothing else.
 */
export async function choosePostgresAccount(binary: string, folder: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: null, owner: null };
  const ids = await accountIds(folder);
  await giveFolderTo(folder, ids);
  const direct: PostgresAccount = { prefix: [], ids, owner: ids };
  if (canReach(direct, binary, folder)) return direct;
  const withCapability: PostgresAccount = { prefix: setprivCommand(ids), ids: null, owner: ids };
  if (canReach(withCapability, binary, folder)) return withCapability;
  throw new Problem(
    `PostgreSQL can't run as root, and its own account can't reach ${folder}. Move Kith to a folder that other users may enter (for example /opt/kith), start it as an ordinary user, or set DATABASE_URL.`,
  );
}

async function accountIds(folder: string): Promise<AccountIds> {
  const owner = await lstat(folder);
  // Data that exists stays with its owner, whichever accounts have appeared since.
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = lookUp("postgres") ?? lookUp("nobody") ?? createAccount("kith-postgres");
  if (found) return found;
  throw new Problem("PostgreSQL can't run as root and no other account exists here. Start Kith as an ordinary user or set DATABASE_URL.");
}

function lookUp(name: string): AccountIds | null {
  const read = (flag: string) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : null;
  };
  const uid = read("-u");
  const gid = read("-g");
  return uid === null || gid === null || uid === 0 ? null : { uid, gid };
}

function createAccount(name: string): AccountIds | null {
  const made = spawnSync("useradd", ["--system", "--no-create-home", name]);
  if (made.status !== 0) spawnSync("adduser", ["-S", "-H", name]);
  return lookUp(name);
}

function setprivCommand({ uid, gid }: AccountIds): readonly string[] {
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
    "--bounding-set=-all,+dac_override",
    // Else access(2), which PostgreSQL asks about its own programs, leaves out the one right that the process was given.
    "--securebits=+no_setuid_fixup",
    "--no-new-privs",
  ];
}

function canReach(account: PostgresAccount, binary: string, folder: string): boolean {
  const [command, ...args] = [...account.prefix, binary, "--version"];
  const options = { cwd: "/", stdio: "ignore" as const, ...(account.ids ?? {}) };
  if (command === undefined || spawnSync(command, args, options).status !== 0) return false;
  const [test, ...testArgs] = [...account.prefix, "test", "-w", folder];
  return test !== undefined && spawnSync(test, testArgs, options).status === 0;
}

async function giveFolderTo(folder: string, ids: AccountIds): Promise<void> {
  const { uid, gid } = await lstat(folder);
  if (uid === ids.uid && gid === ids.gid) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chown(path.join(entry.parentPath, entry.name), ids.uid, ids.gid);
  }
  await chown(folder, ids.uid, ids.gid);
}
