/**
 * One instance a process. Next bundles instrumentation and each route into module graphs of their own, so what they
 * share (pool, router, live streams) hangs on globalThis.
 */
export function shared<T>(name: string, create: () => T): T {
  const registry = globalThis as { kithShared?: Map<string, unknown> };
  registry.kithShared ??= new Map();
  if (!registry.kithShared.has(name)) registry.kithShared.set(name, create());
  return registry.kithShared.get(name) as T;
}

/** Forgets an instance, so that the next use makes a new one. */
export function unshare(name: string): void {
  (globalThis as { kithShared?: Map<string, unknown> }).kithShared?.delete(name);
}
