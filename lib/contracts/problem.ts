import { z } from "zod";

/** What can go wrong and be mended by the caller, with its status and title: one list for code, wire and documents. */
export const problemTypes = {
  bad_request: { status: 400, title: "The request can't be read" },
  validation_failed: { status: 422, title: "Some fields are not as they should be" },
  not_signed_in: { status: 401, title: "Sign in, or send an API key" },
  forbidden: { status: 403, title: "Your permission set does not allow this" },
  wrong_origin: { status: 403, title: "Requests that change something must come from this site" },
  not_found: { status: 404, title: "There is nothing here by that id" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  stale_version: { status: 409, title: "Somebody else saved meanwhile" },
  conflict: { status: 409, title: "The request does not fit the present state" },
  already_exists: { status: 409, title: "That is taken" },
  agent_not_routable: { status: 409, title: "This user can't be routed conversations" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "Send application/json" },
  too_many_requests: { status: 429, title: "Too many requests; wait a little" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The service can't answer now; try again" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemTypes;

/** RFC 9457 problem details; `code` is stable, `detail` says what to do. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problemTypes) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    /** Each bad field by its path in the body ("channels.0.timeoutSeconds") and what it must be. */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
    /** With stale_version: the resource as it stands now. */
    current: z.unknown().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
