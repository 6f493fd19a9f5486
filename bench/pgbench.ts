import { spawn } from "node:child_process";
import { access, constants, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Problem } from "../scripts/lib/problem";
import type { BaselineRun } from "./baseline-statement";

const debianFolder = "/usr/lib/postgresql";

/** The program itself: PGBENCH, else on the PATH, else where Debian keeps it, newest first; null when there is none. */
export async function findPgbench(): Promise<string | null> {
  const named = process.env["PGBENCH"];
  const versions = await readdir(debianFolder).catch(() => []);
  const folders = [
    ...versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => path.join(debianFolder, version, "bin")),
    ...(process.env["PATH"] ?? "").split(path.delimiter),
  ];
  for (const file of named ? [named] : folders.map((folder) => path.join(folder, "pgbench"))) {
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return null;
}

/** The transactions a second that pgbench tells. */
export async function pgbenchRate(pgbench: string, url: string, { work, clients, transactions, taken }: BaselineRun): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "kith-pgbench-"));
  const file = path.join(folder, "assign.sql");
  const script = [
    // Each client has its own conversations.
    "\\set turn :turn + 1",
    `\\set conversation ${taken} + (:turn - 1) * ${clients} + :client_id + 1`,
    `\\set agent random(1, ${work.agents})`,
    `${work.statement};`,
  ];
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  try {
    await writeFile(file, script.join("\n"));
    const output = await run(
      pgbench,
      [
        "--no-vacuum", "--protocol=prepared", "--define=turn=0", `--file=${file}`, `--client=${clients}`, "--jobs=2",
        `--transactions=${transactions / clients}`, `--host=${hostname}`, `--port=${port}`, `--username=${username}`, pathname.slice(1),
      ],
      { PGPASSWORD: decodeURIComponent(password), PGOPTIONS: searchParams.get("options") ?? "" },
    );
    const rate = Number(/tps = ([\d.]+)/.exec(output)?.[1]);
    if (!(rate > 0)) throw new Problem(`pgbench told no rate: ${output}`);
    return rate;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(file: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(file, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Problem(`pgbench ended with ${code ?? "a signal"}: ${output}`);
  return output;
}
