import { fillAssigned, fillInLine, fillPast, fillWaiting } from "./backlog";
import { fillOrganization, settleTables } from "./organization";
import { startBenchServer } from "./server";
import { generatePrismaClient } from "../scripts/lib/generate";
import { withProjectLock } from "../scripts/lib/project-lock";
import { runCommand } from "../scripts/lib/run-command";

/**
 * Prints how PostgreSQL does the statements of a pass and the worker's looks, with 100,000 conversations waiting for
 * agents and 100,000 in line: for docs/performance.md.
 */
await runCommand(async () => {
  await withProjectLock(generatePrismaClient);
  const server = await startBenchServer();
  try {
    const { url, admin } = await server.createDatabase();
    process.env["DATABASE_URL"] = url;
    // One connection, so that it has prepared them all.
    process.env["DATABASE_POOL_SIZE"] = "1";
    const organization = await fillOrganization(admin, { agents: 1000, capacity: 5, customers: 20_000, linkedCustomers: 1000 });
    const agents = { from: 1, to: 1000 };
    await fillAssigned(admin, organization, agents, 5);
    await fillPast(admin, organization, 100_000);
    await fillWaiting(admin, organization, { from: 1, to: 500 }, 100_000);
    await fillInLine(admin, organization, 100_000);
    await settleTables(admin);
    for (const agentId of [organization.agentIds[0], organization.agentIds[999]]) {
      await admin.query("UPDATE agent SET load = load - 1, changes = changes + 1 WHERE user_id = $1", [agentId]);
    }
    // As the app, whom row-level security binds.
    await admin.query("SET ROLE kith");
    for (const [name, statement] of await statementsOf(organization.organizationId)) {
      const { rows } = await admin.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${statement}`);
      console.log(`\n### ${name}\n\n\`\`\`\n${rows.map((row) => row["QUERY PLAN"]).join("\n")}\n\`\`\``);
    }
  } finally {
    await server.stop();
  }
});
process.exit();

/** What a pass that fills two freed slots, one for a waiter and one from the line, and a look at what is due have prepared. */
async function statementsOf(organizationId: string): Promise<[name: string, statement: string][]> {
  const { runPass } = await import("../lib/router/pass");
  const { due } = await import("../lib/store/due");
  const { dueOffers, dueSnoozes } = await import("../lib/store/due-conversations");
  const { closeDatabase, pool } = await import("../lib/store/database");
  const result = await runPass(organizationId, { whenLocked: "wait" });
  if (result?.decisions.length !== 2) throw new Error(`the pass decided ${result?.decisions.length ?? "nothing"}, not two`);
  await due();
  await dueOffers();
  await dueSnoozes();
  const { rows } = await pool().query<{ name: string; statement: string }>("SELECT name, statement FROM pg_prepared_statements WHERE name <> '' ORDER BY prepare_time");
  await closeDatabase();
  return rows.map((row) => [row.name, row.statement]);
}
