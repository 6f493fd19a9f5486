// What `npm start` runs: makes sure that there is something to run TypeScript with, then becomes scripts/start.ts in
// this same process, so that there is nobody between a signal and the one who shuts down.
import { installPackages, requireNode } from "./install-packages.mjs";

requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
await import("./start.ts");
