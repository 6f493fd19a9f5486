import { AppError } from "../contracts/app-error";
import { problemTypes, type Problem, type ProblemCode } from "../contracts/problem";
import { log } from "../log";

/** RFC 9457 problem details for whatever was thrown. What is our fault is logged, and tells the caller nothing inner. */
export function problemResponse(error: unknown, request: { readonly id: string; readonly method: string; readonly path: string }): Response {
  if (error instanceof AppError) return toResponse(error.code, error.detail, error.extra);
  log.error({ error, request }, "a request failed");
  return toResponse("internal", `It is logged on the server as request ${request.id}. Try again; if it stays, tell an administrator.`);
}

function toResponse(code: ProblemCode, detail: string, { retryAfterSeconds, ...extra }: AppError["extra"] = {}): Response {
  const { status, title } = problemTypes[code];
  const problem: Problem = { type: `urn:kith:problem:${code}`, title, status, code, detail, ...extra };
  return new Response(JSON.stringify(problem), { status, headers: { "content-type": "application/problem+json", ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }) } });
}
