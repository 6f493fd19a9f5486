import type { Problem, ProblemCode } from "./problem";

interface Extra extends Pick<Problem, "errors" | "current"> {
  /** When trying again can help. */
  readonly retryAfterSeconds?: number;
}

/**
 * Something the caller can mend: becomes problem details on the wire. Bugs are thrown as anything else, and answered
 * with `internal`.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  /** @param detail one sentence that says what to do; it reaches the caller. */
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: Extra = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** One field of the body or the query that is not as it must be. */
export function badField(field: string, message: string): AppError {
  return new AppError("validation_failed", `${field}: ${message}`, { errors: [{ field, message }] });
}
