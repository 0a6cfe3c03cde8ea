import { answerMark } from "@avances/charts/series";
import type { FigureChoice, ReportFigures } from "@avances/domain/network";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { beforeAll, expect, test } from "vitest";
import type { Block } from "#features/shared/paper/blocks.ts";
import { toDocx } from "#features/shared/paper/to-docx.ts";
import { toHtml } from "#features/shared/paper/to-html.ts";
import { toPdf } from "#features/shared/paper/to-pdf.ts";
import { readDocx } from "#testing/docx-text.ts";
import { textOfPdf } from "#testing/pdf-text.ts";
import { randomRegion } from "#testing/published/regions.ts";
import { type PublicFile, publicFile } from "#testing/published/release-of.ts";
import { figureBlocks, leftOut } from "./figure-blocks.ts";
import { figuresOf } from "./figures-of.ts";

let file: PublicFile;
beforeAll(async () => {
  file = await publicFile(catalogue, reference.countries, randomRegion(catalogue, reference.countries, 12));
});

type Rows = { readonly rows: readonly { country: string; roundYear: number; state: string; value: unknown }[] };

const today = "2026-11-30";
const choice = (
  subject: FigureChoice["subject"],
  code: string,
  form: FigureChoice["form"],
  more: Partial<FigureChoice> = {},
): FigureChoice => ({
  ...{ id: `${subject} ${code} ${form}`, pointId: null, subject, code, form, roundYear: null, countries: [] },
  ...more,
});
const figuresFor = (...choices: readonly FigureChoice[]) => figuresOf(file.release, choices, today);
const blocksOf = ({ figures, edition }: ReportFigures, language: "en" | "es" = "en") =>
  figures.flatMap((figure) => figureBlocks(figure, edition, { language, timeZone: "America/Costa_Rica" }));
const paper = (blocks: readonly Block[], language: "en" | "es" = "en") => ({
  ...{ title: "Figures", language, madeAt: new Date("2026-11-30T12:00:00Z"), blocks },
});
const said = (blocks: readonly Block[]) =>
  JSON.stringify(blocks, (key, value) => (key === "wide" || key === "narrow" ? undefined : value));

test("a figure is what is published, with the edition it is from; a hidden cell is said to be hidden, whatever the form", async () => {
  const { rows } = file.json<Rows>("indicators/TIP-PRO-01");
  const hidden = rows.find((row) => answerMark(row as never) === "suppressed");
  if (hidden === undefined) throw new Error("nothing is hidden in this region");
  const { country, roundYear } = hidden;
  const figures = await figuresFor(
    choice("indicator", "TIP-PRO-01", "bars", { roundYear }),
    choice("indicator", "TIP-PRO-01", "lines", { countries: [country] }),
    choice("indicator", "TIP-PRO-01", "table"),
  );
  expect(figures.edition?.id).toBe(36);
  for (const { lines } of figures.figures) {
    const cell = lines.find(({ code }) => code === country)?.cells.find((one) => one.roundYear === roundYear);
    expect(cell).toMatchObject({ state: "suppressed", value: null, words: null, result: null });
  }
  const blocks = blocksOf(figures);
  expect(said(blocks)).toContain("Hidden to protect persons");
  expect(said(blocks)).toContain("edition 36 of 1 June 2026");
  // Every number that stands in it is a number of the public file.
  const shown = figures.figures.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.cells.flatMap((cell) => (cell.value === null ? [] : [{ country: line.code, ...cell }])),
    ),
  );
  expect(shown.length).toBeGreaterThan(10);
  for (const { country: of, roundYear: year, value } of shown)
    expect(rows.find((row) => row.country === of && row.roundYear === year)?.value).toMatchObject({ total: value });
});

test("each kind of answer is shown as what it is: levels with their words, shares, yes and no, amounts, days", async () => {
  const codes = catalogue.indicators.filter(({ sensitivity }) => sensitivity === "public").map(({ code }) => code);
  const { figures } = await figuresFor(...codes.map((code) => choice("indicator", code, "table")));
  expect(figures).toHaveLength(codes.length);
  const kinds = new Map<string, string>();
  for (const { code, lines } of figures)
    for (const { cells } of lines)
      for (const cell of cells) {
        const { state, kind, value, words } = cell;
        kinds.set(catalogue.indicators.find((one) => one.code === code)?.valueType ?? "", kind);
        if (state === "reported") expect([code, value === null && words === null]).toEqual([code, false]);
        else expect([code, value, words]).toEqual([code, null, null]);
      }
  expect(Object.fromEntries(kinds)).toEqual({
    ...{
      ordinal: "level",
      count: "count",
      ratio: "share",
      boolean: "words",
      money: "words",
      date: "words",
    },
  });
});

test("a score never stands without coverage and range, in the picture's words and in the table below it", async () => {
  const blocks = blocksOf(await figuresFor(choice("index", "", "bars"), choice("dimension", "TIP/PRV", "lines")), "es");
  const alts = blocks.flatMap((block) => (block.kind === "figure" ? [block.alt] : []));
  expect(alts).toHaveLength(2);
  for (const alt of alts) expect(alt).toMatch(/\d \(cobertura \d+\.\d\u00a0%, rango \d+\.\d a \d+\.\d\)/);
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(tables.map(({ heads }) => heads)).toEqual([
    ["País", "Puntaje", "Cobertura", "Rango"],
    ["País", "Puntaje", "Cobertura", "Rango"],
  ]);
  // Alphabetical, never by value.
  const [names = []] = tables.map(({ rows }) => rows.map(([name = ""]) => name));
  expect(names).toEqual([...names].sort(new Intl.Collator("es").compare));
});

test("what is not published, or cannot be drawn so, is left out, and the report says so", async () => {
  const asked = [
    choice("indicator", "TIP-XXX-99", "bars"),
    choice("instrument", "TIP/PRV", "bars"),
    choice("index", "TIP", "bars"),
    choice("indicator", catalogue.indicators.find(({ valueType }) => valueType === "text")?.code ?? "", "lines"),
    choice("objective", "TIP-OBJ-03", "table"),
    choice("country", "CRI", "table"),
  ];
  const figures = await figuresFor(...asked);
  expect(figures.figures.map(({ subject }) => subject)).toEqual(["objective", "country"]);
  expect(said(leftOut(asked.length, figures, "en"))).toContain("4 charts or tables that were asked for are left out");
  expect(leftOut(2, figures, "en")).toEqual([]);
});

test("the three files hold the same figures: a picture with words in Word, lines and letters in PDF, and two drawings in HTML", async () => {
  const blocks = blocksOf(
    await figuresFor(choice("indicator", "TIP-PRO-01", "bars"), choice("country", "CRI", "table")),
  );
  const [figure] = blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
  const docx = await toDocx(paper(blocks));
  const { parts, paragraphs } = readDocx(docx);
  const pictures = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
  expect(pictures).toHaveLength(1);
  const document = parts["word/document.xml"] ?? "";
  const alt = /<wp:docPr [^>]*descr="([^"]*)"/.exec(document)?.[1];
  expect(alt?.replaceAll("&amp;", "&")).toBe(figure?.alt);
  expect(paragraphs.filter(({ style }) => style === "Heading2").map(({ text }) => text)).toEqual([
    figure?.caption,
    "Costa Rica: published answers",
  ]);
  const pdf = await toPdf(paper(blocks));
  expect(pdf.toString("latin1")).toContain("/S /Figure");
  for (const name of ["Belize", "Dominican Republic"]) expect(textOfPdf(pdf)).toContain(name);
  const html = toHtml(paper(blocks));
  expect(html.match(/<svg /g)).toHaveLength(2);
  expect(html.match(/role="img" aria-label="TIP-PRO-01/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|<link|<img|url\((?!data:font)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/i);
  expect((await toPdf(paper(blocks))).equals(pdf)).toBe(true);
});
