import path from "node:path";
import { fileURLToPath } from "node:url";

/** The clone itself. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where this instance keeps what must survive: the embedded database, its password, its log. */
export function dataFolder(): string {
  return path.resolve(projectFolder, process.env["KITH_DATA_DIR"] ?? ".data");
}

export function inProject(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}
