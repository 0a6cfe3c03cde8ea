import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long although they are short. In a fresh clone Vitest knows no durations and begins with the largest files, so these would
 * come last, each alone while the other processor waits.
 */
const longFiles: readonly string[] = JSON.parse(
  readFileSync(new URL("tests/support/long-files.json", import.meta.url), "utf8"),
);
const placeOf = ({ moduleId }: TestSpecification) => longFiles.findIndex((file) => moduleId.endsWith(`/${file}`));
const isLong = (file: TestSpecification) => placeOf(file) !== -1;

/** The order of Vitest, but in each project with these first. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((own) => [
      ...own.filter(isLong).sort((one, other) => placeOf(one) - placeOf(other)),
      ...own.filter((file) => !isLong(file)),
    ]);
  }
}

/**
 * A worker loads the modules once and keeps them for all its test files: loading them anew for each took a third of the whole run. So state
 * in a module must not carry from one test to another; it would show here.
 */
const workers = { maxWorkers: 3, isolate: false };
/**
 * For two processors. A test of the database waits for what a process that was killed leaves behind or for a server that is slow on purpose, and two
 * workers kept two processors for two thirds of their time: so three. Whoever uses a browser waits for the quiet after a page has come and for what is
 * saved after a pause; with a fourth of them pages came so late that what a test looks for on its way was over.
 */
const browsers = { maxWorkers: 3, isolate: false, sequence: { groupOrder: 1 } };
const examples = { setupFiles: ["tests/support/one-seed.ts"] };

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...workers,
          ...examples,
          name: "domain",
          include: [
            "packages/{backup,charts,domain,contracts,demonstration,files,settings}/src/**/*.test.ts",
            "apps/web/src/**/*.test.ts",
          ],
          // A busy machine is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...workers,
          ...examples,
          name: "database",
          include: [
            "packages/{db,notices,local-postgres,testing}/src/**/*.test.ts",
            "apps/{api,local,scheduler}/src/**/*.test.ts",
            "apps/api/testing/**/*.test.ts",
            "tests/{security,openapi,reliability,demonstration,published}/**/*.test.ts",
          ],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...browsers,
          name: "browser",
          include: ["tests/e2e/{*,story/*}.e2e.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Every page and state on paper: minutes, by themselves (`long`).
        test: {
          ...browsers,
          name: "browser-long",
          include: ["tests/e2e/long/*.e2e.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: { ...workers, name: "architecture", include: ["tests/architecture/*.test.ts"], testTimeout: 120_000 },
      },
    ],
  },
});
