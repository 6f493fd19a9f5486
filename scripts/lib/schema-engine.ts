import type { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client, types, type ClientConfig } from "pg";

/**
 * Prisma's schema engine as WebAssembly, speaking to PostgreSQL through the same driver adapter as the app. Its native
 * twin is not on npm and Prisma's command line would download it. The caller must `free()` the engine.
 *
 * @param shadowUrl an empty database in which the engine plays the migrations through. The adapter would make and drop
 *   one itself, but drops it while still connected and brings the process down.
 */
export async function openSchemaEngine(databaseUrl: string, shadowUrl: string): Promise<SchemaEngine> {
  await instantiate();
  const { provider, adapterName } = new PrismaPg(databaseUrl);
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider,
    adapterName,
    connect: () => connect(databaseUrl),
    connectToShadowDb: () => connect(shadowUrl),
  });
  const ignoreLog = () => undefined;
  return bindings.SchemaEngine.new({ datamodels: undefined }, ignoreLog, factory);
}

/**
 * The engine reads columns of PostgreSQL's one-byte type "char" from the catalogue, and insists that they are called
 * characters; the adapter refuses them. So they pass the adapter as text and get their type back behind it.
 */
async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString, Client: CatalogueClient }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      characterColumns.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

interface RowDescription {
  readonly fields: { readonly name: string; dataTypeID: number }[];
}

const characterColumns = new Set<string>();

class CatalogueClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: EventEmitter };
    connection.on("rowDescription", ({ fields }: RowDescription) => {
      for (const field of fields.filter(({ dataTypeID }) => dataTypeID === types.builtins.CHAR)) {
        characterColumns.add(field.name);
        field.dataTypeID = types.builtins.TEXT;
      }
    });
  }
}

let isInstantiated = false;

async function instantiate(): Promise<void> {
  if (isInstantiated) return;
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = await WebAssembly.compile(await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm")));
  // The package's own entry imports the .wasm file as a module, which Node 20 does only behind a flag.
  const imports = { "./schema_engine_bg.js": bindings } as unknown as WebAssembly.Imports;
  const instance = await WebAssembly.instantiate(wasm, imports);
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  isInstantiated = true;
}
