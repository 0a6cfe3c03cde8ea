import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "domain",
          include: [
            "packages/{backup,domain,contracts,demonstration,settings}/src/**/*.test.ts",
            "apps/web/src/**/*.test.ts",
          ],
          // A busy machine is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: [
            "packages/{db,notices,local-postgres,testing}/src/**/*.test.ts",
            "apps/{api,local,scheduler}/src/**/*.test.ts",
            "tests/{security,openapi,reliability,demonstration,published}/**/*.test.ts",
          ],
          globalSetup: ["packages/testing/src/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.e2e.ts"],
          globalSetup: ["packages/testing/src/global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: "architecture", include: ["tests/architecture/*.test.ts"], testTimeout: 120_000 } },
    ],
  },
});
