import type { Context } from "hono";
import type { z } from "zod";
import { may, requirePermission, type Actor } from "../auth/actor";
import { currentActor, within } from "../auth/current";
import { requireOwnOrigin } from "../auth/origin";
import { AppError } from "../contracts/app-error";
import { countByActor } from "./count-request";
import { fieldErrors } from "./field-errors";
import type { Access, Contract, Operation } from "./operation";
import { readJson } from "./read-json";

/** Origin → who asks → permission → parse → handler → JSON. The one place where all of them are asked. */
export async function runOperation({ contract, handle }: Operation, http: Context): Promise<Response> {
  const { headers } = http.req.raw;
  requireOwnOrigin(http.req.method, headers);
  const actor = await admit(contract.access, http);
  const params = parseParams(contract, http);
  const query = contract.query ? parse(contract.query, readQuery(http)) : undefined;
  const body = contract.body ? parse(contract.body, await readJson(http)) : undefined;
  if (actor && typeof contract.access === "object") requirePermission(actor, contract.access.choose({ actor, params, body }));

  const answer = await (actor ? within(actor, () => handle({ actor, params, query, body, http })) : handle({ actor, params, query, body, http }));
  if (answer instanceof Response) return answer;
  if (!("schema" in contract.answer)) throw new Error(`${contract.operationId} must answer with a Response`);
  // Strict schemas: a field that nobody meant to show fails here and not on somebody's screen.
  return http.json(contract.answer.schema.parse(answer), contract.answer.status);
}

async function admit(access: Access, http: Context): Promise<Actor | null> {
  if (access === "public") return null;
  const actor = await currentActor(http.req.raw.headers);
  if (!actor) throw new AppError("not_signed_in", "Sign in at /sign-in, or send Authorization: Bearer with an API key.");
  countByActor(http, actor);
  if (typeof access === "string") {
    if (access !== "signed_in") requirePermission(actor, access);
  } else if (!access.either.some((permission) => may(actor, permission))) {
    requirePermission(actor, access.either[0]);
  }
  return actor;
}

/** A malformed id is the id of nothing. */
function parseParams({ params }: Contract, http: Context): unknown {
  if (!params) return undefined;
  const result = params.safeParse(http.req.param());
  if (!result.success) throw new AppError("not_found", "There is nothing here by that id.");
  return result.data;
}

function readQuery(http: Context): Record<string, string> {
  const values = http.req.queries();
  const repeated = Object.entries(values).find(([, all]) => all.length > 1);
  if (repeated) throw new AppError("validation_failed", `${repeated[0]} is given twice.`, { errors: [{ field: repeated[0], message: "is given twice" }] });
  return http.req.query();
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  throw new AppError("validation_failed", `Mend ${[...new Set(errors.map(({ field }) => field || "the body"))].join(", ")}.`, { errors });
}
