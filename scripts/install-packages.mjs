// Plain JavaScript without a dependency: it runs before there are any.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(projectFolder, "node_modules/.kith-lock-hash");
const oldestNode = [20, 19];

/** Ends the process with one sentence when this Node is too old to run anything else here. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Kith needs Node ${oldestNode.join(".")} or newer and this is ${process.versions.node}. Install a newer one (https://nodejs.org) and run the same command again.`);
}

/** Installs exactly what package-lock.json says, unless it is there already. */
export async function installPackages() {
  process.chdir(projectFolder);
  const lock = await readFile("package-lock.json", "utf8").catch(() => fail("package-lock.json is missing. Restore it (git checkout package-lock.json) and run the same command again."));
  const hash = createHash("sha256").update(lock).digest("hex");
  if ((await readFile(stampFile, "utf8").catch(() => "")) === hash) return;
  if (!(await isInstalled(JSON.parse(lock)))) {
    console.log("• Installing packages (a minute or two, the first time only)");
    await runNpmCi();
  }
  await writeFile(stampFile, hash);
}

/** Whether an `npm install` by hand has put the same packages there, as far as this platform takes them. */
async function isInstalled(lock) {
  const hidden = await readFile("node_modules/.package-lock.json", "utf8").then(JSON.parse).catch(() => null);
  if (hidden === null) return false;
  return Object.entries(lock.packages).every(([name, wanted]) => {
    const found = hidden.packages[name];
    return name === "" || (found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true);
  });
}

async function runNpmCi() {
  // The npm that runs us, if any: then also where its name is not on the PATH.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, ...rest] = npm?.endsWith(".js") ? [process.execPath, npm, ...args] : ["npm", ...args];
  const child = spawn(command, rest, { stdio: ["ignore", "ignore", "pipe"], shell: process.platform === "win32" });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  const code = await new Promise((resolve) => {
    child.once("error", (error) => ((errors += error.message), resolve(1)));
    child.once("close", resolve);
  });
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(errors)) fail("The disk is full. Free some space and run the same command again.");
  const reason = errors.split("\n").map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim()).filter((line) => line && !/complete log|^code |^A complete/.test(line));
  fail(`The packages could not be installed: ${reason.slice(0, 3).join(" ") || `npm ended with code ${code}`}. See that this machine reaches its npm registry and run the same command again.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
