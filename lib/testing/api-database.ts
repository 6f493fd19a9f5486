import { afterAll, beforeAll } from "vitest";
import { allSent } from "../live/notify";
import { startRouter } from "../router/router";
import { withTestDatabase } from "./test-database";

/** A database of its own for this file's tests, and a router that works on it as in the server. */
export function withApiDatabase(): void {
  withTestDatabase();
  let stop: () => Promise<void> = () => Promise.resolve();
  beforeAll(() => {
    process.env["BETTER_AUTH_SECRET"] = "a-secret-of-the-tests-0123456789-abcdefghij";
    const router = startRouter();
    stop = async () => {
      await router.stop();
      await allSent();
    };
  });
  // Before the database goes: what is set up last ends first.
  afterAll(() => stop());
}
