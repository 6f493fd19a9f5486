import type { Context } from "hono";
import { AppError } from "../contracts/app-error";

/** Deeper than anything of ours. */
const maxDepth = 20;

/**
 * The JSON of a request's body.
 *
 * @throws AppError `unsupported_media_type`, `bad_request`
 */
export async function readJson(http: Context): Promise<unknown> {
  const type = (http.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("unsupported_media_type", "Send the body as JSON, with Content-Type: application/json.");
  let value: unknown;
  try {
    value = await http.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("bad_request", "The body is not JSON.");
    throw error;
  }
  requireHarmless(value);
  return value;
}

/** Level by level and not by calling itself, which a deep body would bring to its end. */
function requireHarmless(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw new AppError("bad_request", `The body is nested more than ${maxDepth} deep.`);
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      // Copied from object to object, it would become what others are made after.
      if (Object.hasOwn(each, "__proto__")) throw new AppError("bad_request", "No field may be called __proto__.");
      next.push(...Object.values(each));
    }
    level = next;
  }
}
