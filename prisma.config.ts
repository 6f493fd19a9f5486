import { defineConfig } from "prisma/config";

// No datasource here: Prisma's command line only generates the client. Migrations run through
// scripts/migrate.ts, because the engine binary that the command line wants is not on npm.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
