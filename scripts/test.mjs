// What `npm test` runs; see scripts/start.mjs.
import { installPackages, requireNode } from "./install-packages.mjs";

requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
await import("./test.ts");
