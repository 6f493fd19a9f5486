import { afterAll, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../scripts/testing/database";
import { closeDatabase } from "../store/database";
import { decideAllAgain } from "./decide-again";

/** A database of its own for this file's tests, to which this process's pool connects; in the end every decision made in it is made again. */
export function withTestDatabase(): void {
  let testDatabase: TestDatabase | undefined;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    process.env["DATABASE_URL"] = testDatabase.url;
  });
  afterAll(async () => {
    try {
      await decideAllAgain();
    } finally {
      await closeDatabase();
      await testDatabase?.drop();
    }
  });
}
