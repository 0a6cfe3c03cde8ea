import { type Drawing, drawBars, drawLines, markWords } from "@avances/charts/paper";
import type { Language } from "@avances/domain/catalogue";
import type { FigureCell, ReportFigure, ReportFigures } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { longDate } from "#features/shared/long-date.ts";
import type { Block } from "#features/shared/paper/blocks.ts";
import { writtenNumber } from "#features/shared/paper/numbers.ts";
import { figureTexts } from "./figure-texts.ts";
import { seriesOf } from "./figures-of.ts";

/** Pixels of the two drawings of a chart: for a sheet, and for a small screen. */
const widths = { wide: 660, narrow: 350 } as const;

interface Printing {
  readonly language: Language;
  /** In whose days the edition is dated. */
  readonly timeZone: string;
}

/** A chart or table as blocks of a document: what it shows, what stands behind it, and where it is from. */
export function figureBlocks(
  figure: ReportFigure,
  edition: ReportFigures["edition"],
  { language, timeZone }: Printing,
): readonly Block[] {
  const t = figureTexts[language];
  const source: Block = {
    kind: "note",
    text: [
      ...(figure.unit === null ? [] : [t.unit(figure.unit[language])]),
      edition === null
        ? t.noEdition
        : t.source(edition.id, longDate(localDate(new Date(edition.publishedAt), timeZone), language)),
    ].join(" "),
  };
  if (figure.form === "table") return [...table(figure, language), source];
  return [chart(figure, language), ...behind(figure, language), source];
}

const roundIn = (language: Language, { roundYear, referenceYear }: Pick<FigureCell, "roundYear" | "referenceYear">) =>
  figureTexts[language].round(roundYear, referenceYear);

/** In the order of the language's alphabet, never by value. */
function inOrder(figure: ReportFigure, language: Language): ReportFigure["lines"] {
  // The indicators of a country have an order of their own.
  if (figure.subject === "country") return figure.lines;
  const { compare } = new Intl.Collator(language);
  return [...figure.lines].sort((one, other) => compare(one.name[language], other.name[language]));
}

/** What a cell says, whole: a score with what belongs to it, a level with its words, or why there is no figure. */
function cellWords({ state, kind, value, words, result }: FigureCell, language: Language): string {
  const t = figureTexts[language];
  const number = value === null ? null : writtenNumber(value, kind, language);
  const said =
    state === "reported"
      ? number === null
        ? (words?.[language] ?? "")
        : words === null
          ? number
          : t.level(number, words[language])
      : markWords[language][state];
  if (result === null) return said;
  return t.withScore(said, writtenNumber(result.coverage, "share", language), rangeOf(result, language));
}

function rangeOf({ floor, ceiling }: NonNullable<FigureCell["result"]>, language: Language): string {
  return figureTexts[language].from(writtenNumber(floor, "score", language), writtenNumber(ceiling, "score", language));
}

function chart(figure: ReportFigure, language: Language): Block {
  const t = figureTexts[language];
  const { title, form, round, most, countries, columns } = figure;
  const lines = inOrder(figure, language);
  const caption =
    form === "bars" && round !== null
      ? t.caption(title[language], t.inRound(roundIn(language, round)))
      : t.caption(title[language], t.overTime);
  const series = seriesOf({ lines }, language);
  const kind = lines[0]?.cells[0]?.kind ?? "count";
  const print = (value: number) => writtenNumber(value, kind, language);
  const levels = new Map(
    lines.flatMap(({ cells }) =>
      cells.flatMap(({ value, words }) =>
        value === null || words === null ? [] : [[value, words[language]] as const],
      ),
    ),
  );
  const words = (width: keyof typeof widths) => ({
    ...{
      width: widths[width],
      most,
      print,
      wordOf: (mark: keyof (typeof markWords)[Language]) => markWords[language][mark],
    },
    // A level says nothing by its number; where there is no room for its words, the text beside the picture has them.
    printAtBar:
      kind === "level" && width === "wide"
        ? (value: number) => t.level(print(value), levels.get(value) ?? "")
        : undefined,
    others: countries.length === 0 ? t.everybody : t.others,
  });
  const draw = (width: keyof typeof widths): Drawing =>
    form === "bars"
      ? drawBars(series, round?.roundYear ?? 0, words(width))
      : drawLines(series, countries, words(width));
  const said = lines.map(({ name, cells }) =>
    form === "bars"
      ? `${name[language]}: ${cells.map((cell) => cellWords(cell, language)).join()}`
      : `${name[language]}: ${cells.map((cell) => `${cell.referenceYear} ${cellWords(cell, language)}`).join(", ")}`,
  );
  const alt = columns.length === 0 ? t.nothing : `${caption}. ${said.join("; ")}.`;
  return { kind: "figure", caption, alt, wide: draw("wide"), narrow: draw("narrow") };
}

/** A score never stands without its coverage and range: below a chart of scores there is a table of them, of its round or of the last one. */
function behind(figure: ReportFigure, language: Language): readonly Block[] {
  const t = figureTexts[language];
  const place = figure.columns.findIndex(({ roundYear }) => roundYear === figure.round?.roundYear);
  const last = figure.columns.at(place);
  const lines = inOrder(figure, language);
  if (last === undefined || lines[0]?.cells[0]?.kind !== "score") return [];
  const rows = lines.map(({ name, cells }) => {
    const cell = cells.at(place);
    if (cell === undefined) return [name[language], "", "", ""];
    const { value, state, result } = cell;
    const said =
      state === "reported" && value !== null
        ? writtenNumber(value, "score", language)
        : cellWords({ ...cell, result: null }, language);
    return [
      ...[name[language], said],
      ...[result === null ? "–" : writtenNumber(result.coverage, "share", language)],
      ...[result === null ? "–" : rangeOf(result, language)],
    ];
  });
  const caption = t.behind(figure.title[language], roundIn(language, last));
  return [{ kind: "table", caption, heads: [t.country, t.score, t.coverage, t.range], rows, widths: [3, 3, 2, 2] }];
}

function table(figure: ReportFigure, language: Language): readonly Block[] {
  const t = figureTexts[language];
  const { subject, title, columns, round } = figure;
  const isOfCountry = subject === "country";
  const name = isOfCountry ? t.answersOf(title[language]) : title[language];
  const caption = round === null ? name : t.caption(name, roundIn(language, round));
  if (columns.length === 0)
    return [{ kind: "paragraph", runs: [{ text: `${caption}: ${isOfCountry ? t.noRounds : t.nothing}` }] }];
  const heads = columns.map((column) => column.name?.[language] ?? t.head(column.roundYear, column.referenceYear));
  return [
    {
      ...{ kind: "table", caption, heads: [isOfCountry ? t.indicator : t.country, ...heads] },
      rows: inOrder(figure, language).map(({ name: own, cells }) => [
        own[language],
        ...cells.map((cell) => cellWords(cell, language)),
      ]),
      // A country's name needs a quarter of the width and no more, however many columns there are; that of an indicator more.
      widths: [isOfCountry ? 2 : Math.max(0.8, columns.length * 0.36), ...columns.map(() => 1)],
    },
  ];
}

/** The charts and tables that were asked for and of which nothing is published. */
export function leftOut(asked: number, { figures }: ReportFigures, language: Language): readonly Block[] {
  const count = asked - figures.length;
  return count <= 0 ? [] : [{ kind: "note", text: figureTexts[language].unpublished(count) }];
}
