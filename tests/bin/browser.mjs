import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The headless shell first: the same engine without the browser's own frame, in two thirds of the time. Playwright brings it too. */
const programNames = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
];
const usualPlaces = [
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser for the tests: the path of an installed one, or undefined when Playwright's own is to be used.
 * Looks at AVANCES_BROWSER, then for an installed Chromium or Chrome, then downloads Playwright's, then asks apt (root only).
 * Throws an `Error` that says what to do when there is none and none can be installed.
 */
export function findBrowser() {
  const named = process.env.AVANCES_BROWSER;
  if (named) {
    if (works(named)) return named;
    throw new Error(`AVANCES_BROWSER names ${named}, which does not run: correct it or leave it out.`);
  }
  const installed = findInstalled();
  if (installed) return installed;
  if (installPlaywrightBrowser()) return undefined;
  const fromApt = installWithApt();
  if (fromApt) return fromApt;
  throw new Error("There is no browser for the tests: install Chromium or Chrome, or name one in AVANCES_BROWSER.");
}

function findInstalled() {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => programNames.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path) && works(path));
}

/** A path may exist and still not run: Ubuntu's chromium-browser only tells to install a snap. */
function works(path) {
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

function installPlaywrightBrowser() {
  const packageJson = createRequire(join(root, "tests", "package.json")).resolve("playwright/package.json");
  const commandLine = join(dirname(packageJson), "cli.js");
  console.log("Looking for Playwright's own browser …");
  const downloaded = spawnSync(process.execPath, [commandLine, "install", "--only-shell", "chromium"], {
    stdio: "inherit",
    timeout: 180_000,
  });
  if (downloaded.status !== 0) return false;
  const script = "require('playwright').chromium.launch().then((browser) => browser.close())";
  const tried = spawnSync(process.execPath, ["--eval", script], { cwd: join(root, "tests"), timeout: 60_000 });
  return tried.status === 0;
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing a browser with apt-get …");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  // Not every distribution has the shell.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], options);
    const installed = findInstalled();
    if (installed) return installed;
  }
  return undefined;
}
