// Runs on the machine's own Node (20.19 or newer), before anything is installed: only built-in modules here.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const pnpmVersion = "12.21.0";
const isWindows = process.platform === "win32";

/** The root of the checkout. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Prints one sentence and ends with code 1. */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * Installs the packages of the lockfile unless that has been done, and returns the path of the Node 24 among them.
 * Ends the process with one sentence when that is impossible.
 */
export async function ensureInstalled() {
  requireNode();
  requireReadableFolder();
  const recordPath = join(root, "node_modules", ".avances-installed");
  const wanted = describeInstallation();
  const isInstalled = existsSync(recordPath) && readFileSync(recordPath, "utf8") === wanted && findNode() !== undefined;
  if (!isInstalled) {
    await install();
    writeFileSync(recordPath, wanted);
  }
  return (
    findNode() ?? fail("Node 24 was not installed with the packages: delete the folder node_modules and try again.")
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org) and try again.`);
}

/** Node reads a `*` in a module path as "anything", and PostgreSQL a line break as the end of the path: refuses folders with either. */
function requireReadableFolder() {
  if (!/[*\p{Cc}]/u.test(root)) return;
  fail(
    `Node cannot run programs in the folder ${JSON.stringify(root)}: take the * or the control character out of its name.`,
  );
}

function describeInstallation() {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, file)));
  return `${hash.digest("hex")} ${process.platform}-${process.arch} pnpm ${pnpmVersion}\n`;
}

async function install() {
  console.log("Installing the packages (the first time this takes a minute or two) …");
  if ((await installPackages(root)) !== 0) {
    fail("The packages could not be installed (the reason stands above): check the internet connection and try again.");
  }
}

/**
 * Installs the packages of the lockfile in a workspace folder, only those of `filter` if given, and returns the exit code.
 * npx and pnpm print much that only people who work on Avances can judge (engines, cycles, counts): their output is shown when they
 * fail, and at once only for trouble such as a network that does not answer, so that the wait is explained.
 */
export async function installPackages(folder, filter) {
  const only = filter ? ["--filter", filter] : [];
  const flags = [
    "--frozen-lockfile",
    "--prefer-offline",
    "--config.confirmModulesPurge=false",
    "--reporter=append-only",
  ];
  const said = [];
  const code = await run("npx", ["--yes", `pnpm@${pnpmVersion}`, ...only, "install", ...flags], {
    cwd: folder,
    stdio: ["inherit", "pipe", "pipe"],
    onLine: (line) => (isTrouble(line) ? console.error(line) : said.push(line)),
  });
  if (code !== 0) console.error(said.join("\n"));
  return code;
}

/** Is it a line such as "[WARN] GET https://… error (ECONNREFUSED). Will retry in 10 seconds."? */
function isTrouble(line) {
  return /\bwill retry\b|^\s*\[?ERR|\bERR_|^npm (error|ERR!)/i.test(line);
}

/** Node 24: the installed one, or this one if it is that or newer. */
function findNode() {
  const installed = ["node_modules/.bin/node", "node_modules/node/bin/node"].map((path) =>
    join(root, isWindows ? `${path}.exe` : path),
  );
  const isThisEnough = Number.parseInt(process.versions.node, 10) >= 24;
  return installed.find((path) => existsSync(path)) ?? (isThisEnough ? process.execPath : undefined);
}

/** The environment in which the installed programs, above all Node 24, come before others. */
export function environment(extra = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a program in the root of the checkout, shows what it prints, and returns its exit code. With `onLine` and piped output, each line
 * is passed to it instead.
 */
export function run(command, args, { onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: environment(),
      // On Windows, npx and the links in .bin are batch files.
      shell: isWindows && !command.endsWith(".exe"),
      ...options,
    });
    if (onLine) for (const output of [child.stdout, child.stderr]) createInterface(output).on("line", onLine);
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    // Not "exit": at that moment the last output may not have been read yet.
    child.on("close", (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Installs missing packages and runs a program of `apps/local/src/bin` with this process's arguments; ends with its exit code. */
export async function runProgram(name) {
  const node = await ensureInstalled();
  process.exit(await run(node, [join(root, "apps", "local", "src", "bin", name), ...process.argv.slice(2)]));
}
