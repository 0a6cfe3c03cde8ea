import { createHash } from "node:crypto";
import catalogueFile from "@avances/domain/data/2026.1.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { expect, test } from "vitest";
import { randomRegion } from "#testing/published/regions.ts";
import { formsOf } from "#testing/published/release-of.ts";
import { reportsText, seriesParts } from "./country-parts.ts";
import { outputPrint } from "./made-from.ts";
import { matrixCell } from "./public-report.ts";
import { writeIndex } from "./report-form.ts";

const catalogue = catalogueFile as never;
const countries = reference.countries as never;

test("what suppression, scoring and writing make has the print that kept forms are marked with: if it differs, write the new one into made-from.ts", () => {
  const print = createHash("sha256");
  for (const seed of [21, 22]) {
    const region = randomRegion(catalogue, countries, seed);
    const forms = formsOf(catalogue, region);
    for (const { answers, index, hiddenCells } of forms.values())
      print.update(JSON.stringify([answers, writeIndex(index), [...hiddenCells].sort()]));
    const reported = region.expected.map((report) => {
      const { version } = report;
      const coverage = forms.get(report)?.index.overall.coverage ?? 0;
      return { cell: matrixCell(report, version && { ...version, version: version.number, coverage }), form: null };
    });
    print.update(reportsText(reported));
    const scored = [...forms].map(([report, { index }]) => ({ ...report, index }));
    for (const own of Map.groupBy(scored, ({ country }) => country).values())
      print.update(JSON.stringify(seriesParts(catalogue, own)));
  }
  expect(outputPrint).toBe(print.digest("hex").slice(0, 32));
});
