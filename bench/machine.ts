import { cpus, loadavg, totalmem } from "node:os";
import type { Client } from "pg";
import { settingOfTheBench } from "./server";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
  readonly postgres: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Processes that wanted a core when the bench began, over the last minute: what else the machine had to do. */
  readonly loadAverage: number;
}

const toldSettings = ["fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "max_wal_size", "max_connections", "jit"];

export async function describeMachine(admin: Client): Promise<Machine> {
  const processors = cpus();
  const { rows } = await admin.query<{ name: string; setting: string; version: string }>(
    "SELECT name, current_setting(name) AS setting, version() AS version FROM pg_settings WHERE name = ANY ($1) ORDER BY array_position($1, name)",
    [toldSettings],
  );
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    postgres: /PostgreSQL [\d.]+/.exec(rows[0]?.version ?? "")?.[0] ?? "unknown",
    settings: Object.fromEntries(rows.map((row) => [row.name, row.setting])),
    loadAverage: loadavg()[0] ?? 0,
  };
}

export function machineInWords(machine: Machine): string {
  const { cpu, cores, memoryGiB, node, platform, postgres, settings, loadAverage } = machine;
  const told = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}, load average before ${loadAverage.toFixed(2)}`,
    `${postgres}, as the product starts it: ${told.join(", ")}; and, for the bench, ${settingOfTheBench}`,
    "Database, router and load share this machine.",
  ].join("\n");
}
