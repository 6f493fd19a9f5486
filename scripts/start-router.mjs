// What `npm run start:router` runs: makes sure that there is something to run TypeScript with, then becomes
// scripts/start-router.ts in this same process.
import { installPackages, requireNode } from "./install-packages.mjs";

const launcherPid = process.ppid;
requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
const { startRouterProcess } = await import("./start-router.ts");
await startRouterProcess(launcherPid);
