import { sentenceFor } from "./problem";

/** The shell of every command people type: an error becomes one sentence on stderr and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(sentenceFor(error));
    if (process.env["KITH_DEBUG"]) console.error(error);
    process.exitCode = 1;
  }
}
