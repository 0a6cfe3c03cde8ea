import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/*
 * A bare year never means a round, because its data are those of another year. Texts about a round take a `RoundName`, which only
 * `roundWords` makes; this test checks that none takes a year instead, and that no page writes one out by itself.
 */
const root = new URL("../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

/** Texts that name a year of the data, or years in general. */
const dataYears = [
  "charts/charts.texts.ts asIn",
  "charts/charts.texts.ts firstIn",
  "charts/charts.texts.ts lastAt",
  "features/rounds/prepare/prepare.texts.ts yearHelp",
  "features/rounds/prepare/prepare.texts.ts yearRuns",
  "features/rounds/rounds.texts.ts yearRuns",
];

test("no text asks for a year where it could ask for a round", () => {
  const asked = globSync("**/*.texts.ts", { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/^\s*(\w+): \([^)]*\b(?:year|roundYear)\b[^)]*\) =>/gm)].map(([, key]) => `${file} ${key}`),
  );
  expect([...new Set(asked)].sort()).toEqual(dataYears);
});

/**
 * Years that name no round: that of a cited work, those of a line of time, of the data of a country's first figure, in a figure that names its
 * rounds above, of what came of an activity, and of the Network.
 */
const otherYears = [
  "charts/date-line.tsx",
  "charts/ladder-steps.tsx",
  "charts/then-and-now.tsx",
  "features/indicators/definition-section.tsx",
  "features/network/activities/activity-page.tsx",
  "features/network/timeline/timeline-page.tsx",
];

test("no page writes a year of a round out by itself", () => {
  const pages = globSync("**/*.tsx", { cwd: root });
  expect(pages.length).toBeGreaterThan(150);
  const bare = pages.filter((file) => {
    const code = read(file);
    // As a child of an element, or as an argument of a text: `{year}`, `{round.year}`, `String(submission.year)`.
    return (
      /(?:^|[>\s,(])\{(?!t\.)(?:\w+\.)*(?:year|roundYear)\}/m.test(code) ||
      /\bt(?:\.\w+)+\([^;]*?String\((?:\w+\.)*(?:year|roundYear)\)/.test(code)
    );
  });
  expect(bare.sort()).toEqual(otherYears);
});
