import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { resolveDatabaseUrl } from "./database-url";
import { Problem } from "./lib/problem";
import { runCommand } from "./lib/run-command";

const usage = 'npm run create-organization -- --slug harbor --name "Harbor & Pine" --owner-name "Harriet Pine" --owner-email harriet@example.com < password.txt';

await runCommand(async () => {
  const wanted = readArguments();
  if (process.stdin.isTTY) console.error("The owner's password, then Ctrl-D:");
  const ownerPassword = (await text(process.stdin)).trim();
  process.env["DATABASE_URL"] = await resolveDatabaseUrl();
  // Only now: it takes the database's address from the environment.
  const { createOrganizationHere } = await import("../lib/commands/create-organization-here");
  const { closeDatabase } = await import("../lib/store/database");
  try {
    const made = await createOrganizationHere({ ...wanted, ownerPassword });
    if (made.kind === "refused") throw new Problem(made.why);
    console.log(`${wanted.name} is there. Sign in as ${wanted.ownerEmail}.`);
  } finally {
    await closeDatabase();
  }
});

function readArguments(): { slug: string; name: string; ownerName: string; ownerEmail: string } {
  const { slug, name, "owner-name": ownerName, "owner-email": ownerEmail } = parse().values;
  if (!slug || !name || !ownerName || !ownerEmail) throw new Problem(`An organization needs a slug, a name and an owner: ${usage}`);
  return { slug, name, ownerName, ownerEmail };
}

function parse() {
  try {
    const option = { type: "string" } as const;
    return parseArgs({ options: { slug: option, name: option, "owner-name": option, "owner-email": option } });
  } catch {
    throw new Problem(`That is not how it is called: ${usage}`);
  }
}
