import type { BenchContext } from "./scenario";
import type { BenchDatabase } from "./server";
import { type App, startApp } from "./start-app";

/** Does the work on an empty database of its own. */
export async function withDatabase<T>({ server }: BenchContext, work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const database = await server.createDatabase();
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

/** Does the work while so many processes of the product, each with a router, run on the database. */
export async function withRouters<T>(context: BenchContext, database: BenchDatabase, count: number, work: (apps: readonly App[]) => Promise<T>): Promise<T> {
  return withApps(Array.from({ length: count }, () => startApp(database, context)), work);
}

/** Likewise one process with a router. */
export function withRouter<T>(context: BenchContext, database: BenchDatabase, work: (app: App) => Promise<T>): Promise<T> {
  return withApps([startApp(database, context)], ([app]) => work(present(app)));
}

/** Likewise one that only records facts. */
export function withRecorder<T>(context: BenchContext, database: BenchDatabase, work: (app: App) => Promise<T>): Promise<T> {
  return withApps([startApp(database, { ...context, hasRouter: false })], ([app]) => work(present(app)));
}

async function withApps<T>(starting: readonly Promise<App>[], work: (apps: readonly App[]) => Promise<T>): Promise<T> {
  const started = await Promise.allSettled(starting);
  const apps = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  try {
    // Rejects with the reason if one did not start.
    await Promise.all(starting);
    return await work(apps);
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
}

export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is none");
  return value;
}
