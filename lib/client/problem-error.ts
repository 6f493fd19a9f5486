import { problem, type Problem } from "@/lib/contracts/problem";

export interface FieldError {
  /** The field's path in the body: "channels.0.timeoutSeconds". */
  readonly field: string;
  readonly message: string;
}

/** What the API answers when it refuses; `code` is stable, `message` is a sentence for people. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: Problem["code"] | "unreachable";
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly fieldErrors: readonly FieldError[];
  /** With stale_version: the resource as it stands now. */
  readonly current: unknown;

  constructor(code: ProblemError["code"], status: number, detail: string, fieldErrors: readonly FieldError[] = [], current?: unknown) {
    super(detail);
    this.code = code;
    this.status = status;
    this.fieldErrors = fieldErrors;
    this.current = current;
  }
}

/** Reads an answer that is not a success; one that is no problem document came from something in between. */
export async function problemErrorOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problem.safeParse(body);
  if (!parsed.success) {
    return new ProblemError("unavailable", response.status, `The server answered ${response.status}. Try again in a moment.`);
  }
  const { code, status, detail, errors, current } = parsed.data;
  return new ProblemError(code, status, detail, errors, current);
}

export function unreachable(): ProblemError {
  return new ProblemError("unreachable", 0, "The server can't be reached. Check your connection; nothing was lost here.");
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ProblemError ? error.message : "Something went wrong in this page. Try again, or reload it.";
}
