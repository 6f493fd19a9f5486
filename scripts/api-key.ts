import { parseArgs } from "node:util";
import { resolveDatabaseUrl } from "./database-url";
import { Problem } from "./lib/problem";
import { runCommand } from "./lib/run-command";

const usage = "npm run api-key -- --organization harbor --name \"Shop system\" --permission-set Manager";

await runCommand(async () => {
  const { organization, name, permissionSet } = readArguments();
  process.env["DATABASE_URL"] = await resolveDatabaseUrl();
  // Only now: it takes the database's address from the environment.
  const { createApiKeyHere } = await import("../lib/commands/create-api-key-here");
  const { closeDatabase } = await import("../lib/store/database");
  try {
    const made = await createApiKeyHere({ organizationSlug: organization, name, permissionSetName: permissionSet });
    if (made.kind === "refused") throw new Problem(made.why);
    console.log(made.token);
    console.error("Keep it now: it is not shown again. Send it as Authorization: Bearer …");
  } finally {
    await closeDatabase();
  }
});

function readArguments(): { organization: string; name: string; permissionSet: string } {
  const { values } = parse();
  const { organization, name, "permission-set": permissionSet } = values;
  if (!organization || !name || !permissionSet) throw new Problem(`An API key needs an organization's slug, a name and a permission set: ${usage}`);
  return { organization, name, permissionSet };
}

function parse() {
  try {
    return parseArgs({ options: { organization: { type: "string" }, name: { type: "string" }, "permission-set": { type: "string" } } });
  } catch {
    throw new Problem(`That is not how it is called: ${usage}`);
  }
}
