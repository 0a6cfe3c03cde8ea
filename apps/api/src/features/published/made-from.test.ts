import { createHash } from "node:crypto";
import { isCounted } from "@avances/domain/answer";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import catalogueFile from "@avances/domain/data/2026.3.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { expect, test } from "vitest";
import { type Region, randomRegion } from "#testing/published/regions.ts";
import { formsOf } from "#testing/published/release-of.ts";
import { indexText, reportsText } from "./country-parts.ts";
import { outputPrint } from "./made-from.ts";
import { matrixCell } from "./public-report.ts";
import { type ReportForm, type VersionToPublish, writeIndex } from "./report-form.ts";

const catalogue = catalogueFile as unknown as WholeCatalogue;
const countries = reference.countries as never;

type Answered = Pick<VersionToPublish, "answers">;

/** Names of the figures of a report, including zeros. */
function figureIds({ answers }: Answered): readonly string[] {
  return [...answers.values()].flatMap(({ indicatorCode: code, value }) => {
    if (!isCounted(value)) return [];
    const own = value.type === "count" ? ["total"] : ["numerator", "denominator"];
    const parts = Object.entries(value.breakdowns).flatMap(([list, figures]) =>
      Object.keys(figures).map((category) => `${list}.${category}`),
    );
    return [...own, ...parts].map((part) => `${code}.${part}`);
  });
}

/** Cells that an earlier version of a report may have hidden; `form` is the report's form when there was no earlier version. */
const hiddenBefore: Readonly<Record<string, (form: ReportForm, version: Answered) => ReadonlySet<string>>> = {
  "the same": ({ hiddenCells }) => hiddenCells,
  // So few that it is still to be chosen what else is hidden beside them.
  "others, which the rules alone show": ({ hiddenCells }, version) =>
    new Set(figureIds(version).filter((id, place) => place % 9 === 0 && !hiddenCells.has(id))),
};

test("what suppression, scoring and writing make has the print that kept forms are marked with: if it differs, write the new one into made-from.ts", () => {
  const print = createHash("sha256");
  const printForms = (forms: ReturnType<typeof formsOf>) => {
    for (const { answers, index, hiddenCells } of forms.values())
      print.update(JSON.stringify([answers, writeIndex(index), [...hiddenCells].sort()]));
  };
  for (const seed of [21, 22]) {
    const region = randomRegion(catalogue, countries, seed);
    const forms = formsOf(catalogue, region);
    printForms(forms);
    for (const stickyOf of Object.values(hiddenBefore)) {
      const expected = region.expected.map((report): Region["expected"][number] => {
        const { version } = report;
        const form = forms.get(report);
        return version && form ? { ...report, version: { ...version, sticky: stickyOf(form, version) } } : report;
      });
      printForms(formsOf(catalogue, { ...region, expected }));
    }
    const reported = region.expected.map((report) => {
      const { version } = report;
      const coverage = forms.get(report)?.index.overall.coverage ?? 0;
      return { cell: matrixCell(report, version && { ...version, version: version.number, coverage }), form: null };
    });
    print.update(reportsText(reported));
    const scored = [...forms].map(([report, { index }]) => ({ ...report, index }));
    for (const own of Map.groupBy(scored, ({ country }) => country).values()) print.update(indexText(catalogue, own));
  }
  expect(outputPrint).toBe(print.digest("hex").slice(0, 32));
});
