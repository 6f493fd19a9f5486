import { generate } from "./lib/generate";
import { runCommand } from "./lib/run-command";

await runCommand(async () => {
  console.log((await generate()) === "done" ? "Generated the database client and the API types." : "Nothing has changed.");
});
