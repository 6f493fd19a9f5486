import { AsyncLocalStorage } from "node:async_hooks";
import { shared } from "./shared";

/**
 * Whose rows may be read and written at this moment: one organization's, or, for the router's look at what is due and
 * for administration, everybody's. The database asks for it with every row (row-level security), so that a statement
 * which forgets to name the organization finds nobody else's. Outside of both it finds nothing at all.
 */
export type Scope = { readonly organizationId: string } | "all";

function scopes(): AsyncLocalStorage<Scope> {
  return shared("scopes", () => new AsyncLocalStorage<Scope>());
}

/** What is done in `work`, and all that follows from it, is of this organization. */
export function withinOrganization<T>(organizationId: string, work: () => T | PromiseLike<T>): Promise<T> {
  return runWithin({ organizationId }, work);
}

/** For what belongs to no single organization. Every use is a hole in the wall: there are few. */
export function acrossOrganizations<T>(work: () => T | PromiseLike<T>): Promise<T> {
  return runWithin("all", work);
}

function runWithin<T>(scope: Scope, work: () => T | PromiseLike<T>): Promise<T> {
  // Resolved in there: a query of Prisma's begins when it is awaited, not when it is made.
  return scopes().run(scope, async () => work());
}

/** As the setting `kith.organization` of a connection; null: as the connection began. */
export function scopeSetting(): string | null {
  const scope = scopes().getStore();
  if (scope === undefined) return null;
  return scope === "all" ? "all" : scope.organizationId;
}
