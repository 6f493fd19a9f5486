import { demoChatPath, demoSignIns, hasDemoOrganization, seedDemo } from "../prisma/seed";
import { runCommand } from "./lib/run-command";

// A process of its own: it opens the app's database connections, and the start process must not hold any when it stops
// the database. It tells its parent what there is to sign in with.
await runCommand(async () => {
  await seedDemo();
  const demo = (await hasDemoOrganization()) ? { signIns: demoSignIns, chatPath: demoChatPath } : null;
  if (process.send) await new Promise((resolve) => process.send?.(demo, resolve));
  process.exit(0);
});
process.exit();
