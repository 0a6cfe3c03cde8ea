import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long although they are short. In a fresh clone Vitest knows no durations and begins with the largest files, so these would
 * come last, each alone while the other processor waits.
 */
export const longFiles: readonly string[] = [
  "tests/e2e/docs.e2e.ts",
  "tests/e2e/story/story.e2e.ts",
  "tests/e2e/accessibility.e2e.ts",
  "tests/e2e/accessibility-desks.e2e.ts",
  "tests/e2e/before-scripts.e2e.ts",
  "tests/reliability/first-start.test.ts",
  "apps/api/src/features/published/killed-build.test.ts",
  "tests/published/pages-narrowing.test.ts",
  "tests/openapi/lint.test.ts",
  "tests/reliability/killed-while-saving.test.ts",
  "tests/reliability/own-process.test.ts",
  "tests/reliability/killed-sender.test.ts",
  "tests/security/one-person-alone.test.ts",
  "tests/demonstration/region.test.ts",
  "packages/domain/src/suppression/two-way-tables.test.ts",
];

/** The order of Vitest, but in each project with these first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((own) => [
      ...own.filter(isLong).sort((one, other) => placeOf(one) - placeOf(other)),
      ...own.filter((file) => !isLong(file)),
    ]);
  }
}

const placeOf = ({ moduleId }: TestSpecification) => longFiles.findIndex((file) => moduleId.endsWith(`/${file}`));
const isLong = (file: TestSpecification) => placeOf(file) !== -1;
