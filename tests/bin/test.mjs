// `npm test`: everything that must be green, from a fresh clone. The last line it prints is "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, run } from "../../apps/local/bin/bootstrap.mjs";
import { runBrowserTests } from "./browser-tests.mjs";

const node = await ensureInstalled();
const reports = mkdtempSync(join(tmpdir(), "avances-reports-"));
const projects = ["domain", "database", "architecture"].flatMap((name) => ["--project", name]);

/** Each step: its name, what it runs (returns an exit code) and, if it runs tests, where their report will be. */
const steps = [
  { name: "Format and lint (biome check)", go: () => run("biome", ["check", "."]) },
  { name: "Types of the servers and packages (tsc)", go: () => run("tsc", ["-p", "."]) },
  { name: "Types of the web application (tsc)", go: () => run("tsc", ["-p", "apps/web"]) },
  { name: "Types of the service worker (tsc)", go: () => run("tsc", ["-p", "apps/web/worker"]) },
  { name: "Types of the browser tests (tsc)", go: () => run("tsc", ["-p", "tests/e2e"]) },
  { name: "Dead code and unused packages (knip)", go: () => run("knip", []) },
  {
    name: "Code that only tests run (knip without tests)",
    go: () => run("knip", ["--production", "--config", "knip.production.json"]),
  },
  {
    name: "Unit, database and API tests",
    report: "tests.json",
    go: (args) => run("vitest", ["run", ...projects, ...args]),
  },
  { name: "Browser tests", report: "browser.json", go: (args) => runBrowserTests(node, args) },
];

const reporter = join(dirname(fileURLToPath(import.meta.url)), "facts-reporter.mjs");
const outcomes = [];
for (const [index, step] of steps.entries()) {
  console.log(`\n━━ ${index + 1}/${steps.length}  ${step.name}`);
  const startedAt = performance.now();
  const report = step.report && join(reports, step.report);
  const code = await step.go(report ? reportTo(report) : []).catch((error) => {
    console.error(error.message);
    return 1;
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  outcomes.push({ ...factsOf(report, code), name: step.name, seconds, isGreen: code === 0 });
}
rmSync(reports, { recursive: true, force: true });
summarise();

function reportTo(file) {
  process.env.AVANCES_REPORT = file;
  return ["--reporter=default", `--reporter=${reporter}`];
}

/** A check counts as one. A test run counts its tests; a failure outside of them counts as a fault too, and is named. */
function factsOf(report, code) {
  const asOne = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, faults: [] };
  if (!report) return asOne;
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
      ...asOne,
      faults:
        code === 0 ? [] : [{ place: "the run", name: `ended with ${code}`, reason: "before its tests were counted" }],
    };
  }
}

function summarise() {
  console.log("\n━━ Summary");
  for (const { name, isGreen, seconds, skipped, faults } of outcomes) {
    console.log(`${isGreen ? "✓" : "✗"} ${name}, ${seconds} s${skipped ? `, ${skipped} skipped` : ""}`);
    for (const fault of faults) console.log(`    ${fault.place} › ${fault.name}: ${fault.reason}`);
  }
  const isGreen = outcomes.every((outcome) => outcome.isGreen);
  if (!isGreen) console.log("\nThe steps marked ✗ tell above, under their heading, what to correct.");
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  process.exitCode = isGreen ? 0 : 1;
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
}
