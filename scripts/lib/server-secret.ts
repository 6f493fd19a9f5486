import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "./folders";

/** The key that signs sessions: BETTER_AUTH_SECRET, or one made on the first start and kept beside the data. */
export async function keepServerSecret(): Promise<string> {
  const given = process.env["BETTER_AUTH_SECRET"];
  if (given) return given;
  const file = path.join(dataFolder(), "auth-secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept !== "") return kept;
  const made = randomBytes(32).toString("base64url");
  await writeFile(file, made, { mode: 0o600 });
  return made;
}
