// What `npm test` runs; see scripts/start.mjs.
import { installPackages, requireNode } from "./install-packages.mjs";

const launcherPid = process.ppid;
requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
const { test } = await import("./test.ts");
await test(launcherPid);
