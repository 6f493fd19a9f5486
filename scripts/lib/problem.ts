/**
 * Something that the person at the terminal can put right. Its message is one or two sentences which say what is
 * wrong and what to do; it is printed as it stands, without a stack trace.
 */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The code of a Node or PostgreSQL error (`ENOSPC`, `ECONNREFUSED`, `3D000`), or null. */
export function errorCode(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** One line for any error, never a stack. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = errorCode(error);
  if (code === "ENOSPC") return "The disk is full. Free some space and run the same command again; nothing was lost.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    const where = typeof error === "object" && error !== null && "path" in error ? ` ${String(error.path)}` : "";
    return `No permission to write${where}. Run Kith as the user who owns this folder.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `Kith stopped because of an unexpected error: ${message.split("\n").filter(Boolean).join(" ")}`;
}
