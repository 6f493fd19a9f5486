// What `npm start` runs: makes sure that there is something to run TypeScript with, then becomes scripts/start.ts in
// this same process, so that there is nobody between a signal and the one who shuts down.
import { installPackages, requireNode } from "./install-packages.mjs";

// Noted first of all, because it may be gone by the time anybody looks.
const launcherPid = process.ppid;
requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
const { start } = await import("./start.ts");
await start(launcherPid);
