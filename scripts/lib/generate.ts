import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { OpenAPI3 } from "openapi-typescript";
import { hashInputs, onceForInputs } from "./input-stamp";
import { inProject } from "./folders";
import { Problem } from "./problem";
import { runTool } from "./run-tool";

/** Writes what is derived from sources and not kept in git; a second call with the same sources does nothing. */
export async function generate(): Promise<"done" | "unchanged"> {
  const client = await generatePrismaClient();
  const types = await generateApiTypes();
  return client === "done" || types === "done" ? "done" : "unchanged";
}

export async function generatePrismaClient(): Promise<"done" | "unchanged"> {
  const stamp = await hashInputs(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  return onceForInputs(inProject("generated/prisma/.stamp"), stamp, async () => {
    const { exitCode, output } = await runTool("prisma/build/index.js", ["generate", "--no-hints"]);
    if (exitCode !== 0) throw new Problem(`The database client could not be generated from prisma/schema.prisma:\n${output.trim()}`);
  });
}

/** The browser's types come from our own OpenAPI document, so that the screens and integrators share one contract. */
export async function generateApiTypes(): Promise<"done" | "unchanged"> {
  const source = inProject("lib/api/openapi.ts");
  if (!(await stat(source).catch(() => null))) return "unchanged";
  const stamp = await hashInputs(["lib/api", "lib/contracts", "prisma/schema.prisma", "package-lock.json"]);
  return onceForInputs(inProject("generated/.api-stamp"), stamp, async () => {
    const exported: unknown = await import(pathToFileURL(source).href);
    const document = JSON.stringify(callOpenApiDocument(exported), null, 2);
    await mkdir(inProject("generated"), { recursive: true });
    await writeFile(inProject("generated/openapi.json"), document);
    // Loaded only when needed, because it brings TypeScript along, which a warm start has no time for.
    const { default: openapiTypescript, astToString } = await import("openapi-typescript");
    const types = astToString(await openapiTypescript(JSON.parse(document) as OpenAPI3));
    const target = inProject("generated/api.d.ts");
    // Rewriting equal content would make every warm build look changed to TypeScript's incremental check.
    if ((await readFile(target, "utf8").catch(() => "")) !== types) await writeFile(target, types);
  });
}

function callOpenApiDocument(exported: unknown): object {
  if (typeof exported === "object" && exported !== null && "openApiDocument" in exported) {
    const { openApiDocument } = exported;
    if (typeof openApiDocument === "function") {
      const document: unknown = openApiDocument();
      if (typeof document === "object" && document !== null) return document;
    }
  }
  throw new Problem("lib/api/openapi.ts must export openApiDocument(), which returns the OpenAPI document as an object.");
}
