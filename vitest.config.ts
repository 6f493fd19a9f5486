import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.dirname(fileURLToPath(import.meta.url));
const ofDatabase = "**/*.db.test.ts";
const ofLifecycle = "**/*.lifecycle.test.ts";
const never = ["**/node_modules/**", "**/.next/**", "**/.data/**", "**/generated/**"];

// What each project covers is told by the file's name: x.test.ts, x.db.test.ts, x.lifecycle.test.ts.
export default defineConfig({
  test: {
    // The machine that this is meant for has two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: [...never, ofDatabase, ofLifecycle],
          // Random worlds take seconds, and this machine may have other things to do.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [ofDatabase],
          exclude: never,
          globalSetup: ["scripts/testing/database-server.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "lifecycle",
          include: [ofLifecycle],
          exclude: never,
          // Real processes with a production build between them: one at a time keeps their times believable.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
  resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
});
