import { type Block, packOfFigures } from "@avances/api/testing/paper-of-figures";
import { randomRegion } from "@avances/api/testing/published/regions";
import type { FigureChoice, ReportFigures } from "@avances/domain/network";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "./support/figure-id.ts";
import { type History, historyOf, type PublicVersion } from "./support/history.ts";
import { figuresOf, isSmall, narrowed } from "./support/reader.ts";

/**
 * Reports and papers of meetings are read by people who also read the public file. Whatever stands in them is taken out of their blocks again and given
 * to the reader who keeps every file and subtracts: it must tell that reader nothing.
 */
const counted = catalogue.indicators.filter(
  ({ sensitivity, valueType }) => sensitivity === "public" && (valueType === "count" || valueType === "ratio"),
);
const choice = (subject: FigureChoice["subject"], code: string, form: FigureChoice["form"]): FigureChoice => ({
  ...{ id: `${subject} ${code} ${form}`, pointId: null, subject, code, form, roundYear: null, countries: [] },
});
const everything = [
  ...counted.flatMap(({ code }) =>
    (["bars", "lines", "table"] as const).map((form) => choice("indicator", code, form)),
  ),
  ...[...new Set(counted.map(({ objective }) => objective))].map((code) => choice("objective", code, "table")),
  ...reference.countries.map(({ alpha3 }) => choice("country", alpha3, "table")),
];

let history: History;
beforeAll(async () => {
  history = await historyOf(catalogue, reference.countries, randomRegion(catalogue, reference.countries, 12), 5, 2);
}, 300_000);

interface Told {
  readonly country: string;
  readonly roundYear: number;
  readonly code: string;
  /** As it is printed. */
  readonly text: string;
}

const iso3Of = new Map(reference.countries.map(({ alpha3, name }) => [name.en, alpha3]));
const isFigure = (text: string) => /^[\d,.]+%?$/.test(text);

/** Every figure that stands in the blocks: in the cells of tables, and in the words of pictures. */
function toldIn(blocks: readonly Block[]): readonly Told[] {
  return blocks.flatMap((block): readonly Told[] => {
    if (block.kind === "table") return inTable(block);
    return block.kind === "figure" ? inPicture(block) : [];
  });
}

const codeIn = (text: string) => /^[A-Z]{3}-[A-Z]{3}-\d{2}/.exec(text)?.[0] ?? null;
const roundIn = (text: string) => Number(/[Rr]ound (\d{4})/.exec(text)?.[1] ?? Number.NaN);

function inTable({ caption, heads, rows }: Extract<Block, { kind: "table" }>): readonly Told[] {
  return rows.flatMap(([name = "", ...cells]) =>
    cells.flatMap((text, place) => {
      const head = heads[place + 1] ?? "";
      const code = codeIn(name) ?? codeIn(head) ?? codeIn(caption);
      const country = iso3Of.get(name) ?? iso3Of.get(caption.split(":")[0] ?? "");
      const roundYear = roundIn(head) || roundIn(caption);
      if (code === null || country === undefined || !isFigure(text)) return [];
      return [{ country, code, roundYear, text }];
    }),
  );
}

function inPicture({ caption, alt }: Extract<Block, { kind: "figure" }>): readonly Told[] {
  const code = codeIn(caption);
  if (code === null) return [];
  const round = roundIn(caption);
  return alt
    .slice(`${caption}. `.length, -1)
    .split("; ")
    .flatMap((part) => {
      const [name = "", said = ""] = part.split(": ");
      const country = iso3Of.get(name);
      if (country === undefined) throw new Error(`who is ${name}?`);
      const cells = Number.isNaN(round)
        ? said.split(/, (?=\d{4} )/).map((cell) => ({ roundYear: Number(cell.slice(0, 4)) + 1, text: cell.slice(5) }))
        : [{ roundYear: round, text: said }];
      return cells.flatMap(({ roundYear, text }) => (isFigure(text) ? [{ country, code, roundYear, text }] : []));
    });
}

/** What the papers of each edition say, for the versions that this edition shows. */
async function seenBy(
  spoil?: (figures: ReportFigures, edition: number) => ReportFigures,
): Promise<readonly PublicVersion[]> {
  const told: (readonly Told[])[] = [];
  for (const [place, file] of history.editions.entries())
    told.push(toldIn((await packOfFigures(file, everything, spoil && ((figures) => spoil(figures, place)))).blocks));
  return history.versions.map((version) => {
    const seen = new Map<string, { lo: number; hi: number }[]>();
    for (const edition of version.editions)
      for (const { country, roundYear, code, text } of told[edition] ?? []) {
        // Shares are calculated from what stands in the file, and are compared with it below.
        if (country !== version.country || roundYear !== version.roundYear || text.endsWith("%")) continue;
        const value = Number(text.replaceAll(",", ""));
        const id = idOf(code, "total");
        seen.set(id, [...(seen.get(id) ?? []), { lo: value, hi: value }]);
      }
    return { ...version, seen };
  });
}

describe("what stands in a report and in the papers of a meeting", () => {
  test("is what the file of its edition shows, figure by figure", async () => {
    for (const [place, file] of history.editions.entries()) {
      const told = toldIn((await packOfFigures(file, everything)).blocks);
      expect(told.length).toBeGreaterThan(500);
      const unknown = told.filter(({ country, roundYear, code, text }) => {
        const version = history.versions.find(
          (one) => one.country === country && one.roundYear === roundYear && one.editions.includes(place),
        );
        const lines = version?.files[version.editions.indexOf(place)];
        const line = lines?.get(idOf(code, text.endsWith("%") ? "percent" : "total"));
        if (line === undefined || line.value === "") return true;
        const printed = Number(text.replace(/[,%]/g, ""));
        return Math.abs(Number(line.value) - printed) > (text.endsWith("%") ? 0.051 : 0);
      });
      expect(unknown).toEqual([]);
    }
  }, 120_000);

  test("lets nobody narrow a small count, also with the files of every edition", async () => {
    const versions = await seenBy();
    expect(versions.flatMap(({ seen }) => [...(seen?.keys() ?? [])]).length).toBeGreaterThan(100);
    const found = narrowed(catalogue, versions);
    expect(versions.flatMap(({ name }, place) => found[place]?.map((id) => `${name}: ${id}`) ?? [])).toEqual([]);
  }, 120_000);

  test("a figure from the database in one cell of a report would be found", async () => {
    const small = history.versions
      .filter(({ editions }) => editions.includes(1))
      .flatMap((version) =>
        figuresOf(catalogue, version.answers)
          .filter((one) => isSmall(one) && one.list === "" && one.measure === "total")
          .filter(({ id }) => version.files.every((lines) => (lines.get(id)?.value ?? "") === ""))
          .map((figure) => ({ version, figure })),
      );
    const [planted] = small;
    if (planted === undefined) throw new Error("nothing small is hidden in this region");
    const { version, figure } = planted;
    const spoil = (figures: ReportFigures, edition: number): ReportFigures =>
      edition !== 1
        ? figures
        : {
            ...figures,
            figures: figures.figures.map((one) => ({
              ...one,
              lines: one.lines.map((line) => ({
                ...line,
                cells: line.cells.map((cell) =>
                  one.subject === "indicator" &&
                  one.code === figure.code &&
                  line.code === version.country &&
                  cell.roundYear === version.roundYear
                    ? { ...cell, state: "reported" as const, value: figure.value }
                    : cell,
                ),
              })),
            })),
          };
    const versions = await seenBy(spoil);
    const found = narrowed(catalogue, versions);
    const place = versions.findIndex(({ name }) => name === version.name);
    expect(found[place]).toContain(figure.id);
  }, 120_000);
});
