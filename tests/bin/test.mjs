// `npm test`: everything that must be green, from a fresh clone. The last line it prints is "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, run } from "../../apps/local/bin/bootstrap.mjs";
import { runBrowserTests } from "./browser-tests.mjs";

const node = await ensureInstalled();
const reports = mkdtempSync(join(tmpdir(), "avances-reports-"));
const reporter = join(dirname(fileURLToPath(import.meta.url)), "facts-reporter.mjs");

/**
 * What needs nothing but one processor: two at a time, the long ones first. The compiler shares the work of one program badly (several checkers
 * resolve the same types), so each program gets one.
 */
const checks = [
  { name: "Types of the servers and packages (tsc)", go: (how) => compile(".", how) },
  { name: "Types of the web application (tsc)", go: (how) => compile("apps/web", how) },
  { name: "Types of the browser tests (tsc)", go: (how) => compile("tests/e2e", how) },
  { name: "Dead code and unused packages (knip)", go: (how) => run("knip", [], how) },
  {
    name: "Code that only tests run (knip without tests)",
    go: (how) => run("knip", ["--production", "--config", "knip.production.json"], how),
  },
  { name: "Format and lint (biome check)", go: (how) => run("biome", ["check", "."], how) },
  { name: "Types of the service worker (tsc)", go: (how) => compile("apps/web/worker", how) },
];
/** Runs of tests, one after the other; `args` say where their report will be. */
const runs = [
  {
    name: "Unit, database and API tests",
    report: "tests.json",
    go: (args) => run("vitest", ["run", ...projects("domain", "database", "architecture"), ...args]),
  },
  { name: "Browser tests", report: "browser.json", go: (args) => runBrowserTests(node, args) },
];
/**
 * So few files that failed are run once more, without neighbours: on a small machine, beside others, a press is lost or a connection breaks once in
 * thousands of tests. The summary names each test that passed only then: that is a fault still to be found, in the product or in the test. What fails
 * twice is red, and so is more than that.
 */
const mostAgain = 2;

const outcomes = [];
await Promise.all([1, 2].map(doChecks));
for (const step of runs) {
  announce(step);
  const first = await counted(step);
  const again = filesToTryAgain(first);
  outcomes.push(again ? await triedAgain(step, first, again) : first);
}
rmSync(reports, { recursive: true, force: true });
summarise();

async function counted({ name, report, go }, files = []) {
  const path = join(reports, report);
  rmSync(path, { force: true });
  const { code, seconds } = await timed(() => go([...files, ...reportTo(path)]));
  return { ...factsOf(path, code), name, seconds, isGreen: code === 0 };
}

/** Null when there is nothing to try again, or too much for chance. */
function filesToTryAgain({ isGreen, faults }) {
  const files = [...new Set(faults.map(({ place }) => place))];
  return !isGreen && files.length <= mostAgain && files.every((file) => existsSync(file)) ? files : null;
}

/** The outcome of a run whose failures were tried again in their files: what failed twice, and what only once. */
async function triedAgain(step, first, files) {
  announce({ name: `${step.name}, once more: ${files.join(" ")}` });
  const second = await counted(step, files);
  if (!second.isGreen) return first;
  return {
    ...{ ...first, failed: 0, passed: first.passed + first.failed, isGreen: true, faults: [] },
    seconds: (Number(first.seconds) + Number(second.seconds)).toFixed(1),
    passedOnlyAgain: first.faults,
  };
}

/** Takes one check after the other until none is left. What each says is shown when it is done, under its name. */
async function doChecks() {
  for (let check = checks.shift(); check !== undefined; check = checks.shift()) {
    const { name, go } = check;
    const said = [];
    const how = { stdio: ["ignore", "pipe", "pipe"], onLine: (line) => said.push(line) };
    const { code, seconds } = await timed(() => go(how));
    announce({ name });
    if (said.length > 0) console.log(said.join("\n"));
    outcomes.push({ ...asOne(code), name, seconds, isGreen: code === 0 });
  }
}

function compile(project, how) {
  return run("tsc", ["-p", project, "--checkers", "1"], how);
}

function projects(...names) {
  return names.flatMap((name) => ["--project", name]);
}

function announce({ name }) {
  console.log(`\n━━ ${name}`);
}

async function timed(work) {
  const startedAt = performance.now();
  const code = await work().catch((error) => {
    console.error(error.message);
    return 1;
  });
  return { code, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) };
}

function reportTo(file) {
  process.env.AVANCES_REPORT = file;
  return ["--reporter=default", `--reporter=${reporter}`];
}

function asOne(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, faults: [] };
}

/** A check counts as one. A test run counts its tests; a failure outside of them counts as a fault too, and is named. */
function factsOf(report, code) {
  try {
    const facts = JSON.parse(readFileSync(report, "utf8"));
    if (code === 0 || facts.faults.length > 0) return { ...facts, failed: facts.faults.length };
    return {
      ...facts,
      failed: 1,
      faults: [{ place: "the run", name: `ended with ${code}`, reason: "no test failed; the reason stands above" }],
    };
  } catch {
    return {
      ...asOne(code),
      faults:
        code === 0 ? [] : [{ place: "the run", name: `ended with ${code}`, reason: "before its tests were counted" }],
    };
  }
}

function nameOf({ place, name, reason }) {
  return `${place} › ${name}: ${reason}`;
}

function summarise() {
  console.log("\n━━ Summary");
  for (const { name, isGreen, seconds, skipped, faults, passedOnlyAgain = [] } of outcomes) {
    console.log(`${isGreen ? "✓" : "✗"} ${name}, ${seconds} s${skipped ? `, ${skipped} skipped` : ""}`);
    for (const fault of faults) console.log(`    ${nameOf(fault)}`);
    for (const fault of passedOnlyAgain)
      console.log(`    ! failed at first, passed when run again alone: ${nameOf(fault)}`);
  }
  const isGreen = outcomes.every((outcome) => outcome.isGreen);
  if (!isGreen) console.log("\nThe steps marked ✗ tell above, under their heading, what to correct.");
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  process.exitCode = isGreen ? 0 : 1;
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
}
