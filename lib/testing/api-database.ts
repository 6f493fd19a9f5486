import { afterAll, beforeAll } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database";
import { allSent } from "../live/notify";
import { startRouter } from "../router/router";
import { closeDatabase } from "../store/database";

/** A database of its own for this file's tests, and a router that works on it as in the server. */
export function withApiDatabase(): void {
  let stop: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const testDatabase = await createTestDatabase();
    process.env["DATABASE_URL"] = testDatabase.url;
    process.env["BETTER_AUTH_SECRET"] = "a-secret-of-the-tests-0123456789-abcdefghij";
    const router = startRouter();
    stop = async () => {
      await router.stop();
      await allSent();
      await closeDatabase();
      await testDatabase.drop();
    };
  });
  afterAll(() => stop());
}
