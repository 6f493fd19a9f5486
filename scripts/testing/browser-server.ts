import { applyMigrations } from "../lib/apply-migrations";
import { build } from "../lib/build";
import { seedDemo } from "../lib/demo";
import { findFreePort } from "../lib/free-port";
import { generate } from "../lib/generate";
import { withProjectLock } from "../lib/project-lock";
import { startServerProcess } from "../lib/server-process";
import { withStartLock } from "../lib/start-lock";
import { startThrowawayPostgres } from "../lib/throwaway-postgres";
import { seeingAll } from "./seeing-all";

/**
 * Playwright's global setup: one server on a free port with a database of its own, filled with the demo. The tests
 * find it in `baseURL`, and the database in the environment variable KITH_TEST_DATABASE_URL.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  await withProjectLock(async () => {
    await generate();
    await build();
  });
  const postgres = await startThrowawayPostgres();
  try {
    await withStartLock(postgres.url, (client) => applyMigrations(client));
    await seedDemo(postgres.url);
    const port = await findFreePort();
    const address = `http://localhost:${port}`;
    const environment = { DATABASE_URL: postgres.url, BETTER_AUTH_SECRET: "for-the-browser-tests-only-0123456789", KITH_URL: address };
    const server = startServerProcess({ host: "127.0.0.1", port, environment });
    await server.ready;
    process.env["KITH_TEST_URL"] = address;
    process.env["KITH_TEST_DATABASE_URL"] = seeingAll(postgres.url);
    return async () => {
      await server.stop();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
