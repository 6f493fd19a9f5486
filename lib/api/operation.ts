import type { Context } from "hono";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import type { Permission } from "../auth/permissions";
import type { ProblemCode } from "../contracts/problem";

/** All operations stand below this address. */
export const apiPath = "/api/v1";

/**
 * Who may call an operation.
 * - `public`: anybody; there is no actor.
 * - `signed_in`: any user or API key.
 * - a permission, or, where it hangs on what is asked for, the two it can be and which one a request needs.
 */
export type Access = "public" | "signed_in" | Permission | AccessByRequest;

export interface AccessByRequest {
  readonly either: readonly [Permission, Permission];
  choose(request: { readonly actor: Actor; readonly params: unknown; readonly body: unknown }): Permission;
}

/** The groups of the document. */
export type Tag = "Me" | "Account" | "Users" | "Customers" | "Conversations" | "Routing settings" | "Queues" | "Teams" | "Channels" | "API keys" | "Audit log" | "Setup" | "Events" | "Chat page" | "Service";

/** One line of the API, from which come its route, its checks and its place in the OpenAPI document. */
export interface Contract {
  readonly operationId: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below /api/v1, with parameters in braces. */
  readonly path: `/${string}`;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer:
    | { readonly status: 200 | 201; readonly description: string; readonly schema: z.ZodType }
    | { readonly status: 200; readonly description: string; readonly contentType: string };
  /** What it can answer besides the problems that every operation with its access and inputs can. */
  readonly problems?: readonly ProblemCode[];
}

export interface OperationRequest<C extends Contract> {
  readonly actor: C["access"] extends "public" ? null : Actor;
  readonly params: C extends { readonly params: infer S extends z.ZodType } ? z.output<S> : undefined;
  readonly query: C extends { readonly query: infer S extends z.ZodType } ? z.output<S> : undefined;
  readonly body: C extends { readonly body: infer S extends z.ZodType } ? z.output<S> : undefined;
  /** For what is not JSON: cookies, streams. */
  readonly http: Context;
}

export type AnswerOf<C extends Contract> = C["answer"] extends { readonly schema: infer S extends z.ZodType } ? z.input<S> : Response;

/** A contract with its handler, whose exact types are known only where it is written. */
export interface Operation {
  readonly contract: Contract;
  readonly handle: (request: ParsedRequest) => Promise<unknown>;
}

export interface ParsedRequest {
  readonly actor: Actor | null;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly http: Context;
}

/** Ties a handler to its contract: it gets what the contract's schemas have parsed, and must answer what they say. */
export function operation<const C extends Contract>(contract: C, handle: (request: OperationRequest<C>) => Promise<AnswerOf<C>>): Operation {
  // run-operation.ts parses with this same contract before it calls.
  return { contract, handle: (request) => handle(request as OperationRequest<C>) };
}
