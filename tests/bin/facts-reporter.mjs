// A Vitest reporter: writes to the file named in AVANCES_REPORT how many tests passed, failed and were skipped, and everything that
// failed, by name. Vitest's own JSON report leaves out failures outside a test: an uncaught error, a file that could not be
// loaded, a hook. A run would then be red with every test green and no reason given.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

export default class FactsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const facts = { passed: 0, failed: 0, skipped: 0, faults: [] };
    const fault = (place, name, errors) =>
      facts.faults.push({ place, name, reason: errors.map((error) => firstLine(error.message)).join("; ") });
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      if (module.errors().length > 0)
        fault(file, "the file itself, or what runs before and after its tests", module.errors());
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) fault(file, suite.fullName, suite.errors());
      }
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        if (state === "failed") {
          facts.failed += 1;
          fault(file, test.fullName, errors);
        } else if (state === "passed") facts.passed += 1;
        else facts.skipped += 1;
      }
    }
    for (const error of unhandledErrors) fault("outside any test", error.name ?? "error", [error, ...placeOf(error)]);
    writeFileSync(process.env.AVANCES_REPORT, JSON.stringify(facts));
  }
}

function firstLine(text) {
  return String(text ?? "")
    .split("\n", 1)[0]
    .slice(0, 300);
}

/** Where an uncaught error came from: the test file that was running, and the topmost lines of its stack. */
function placeOf(error) {
  const running = error.VITEST_TEST_PATH
    ? [{ message: `while ${relative(process.cwd(), error.VITEST_TEST_PATH)} ran` }]
    : [];
  const stack = String(error.stack ?? "")
    .split("\n")
    .filter((line) => line.trim().startsWith("at ") && !line.includes("node:") && !line.includes("node_modules"))
    .slice(0, 3);
  return [...running, ...stack.map((line) => ({ message: line.trim() }))];
}
