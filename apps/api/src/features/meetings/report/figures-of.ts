import { answerMark, type CountrySeries, marksOfReports, scoreMark, shownFigure } from "@avances/charts/series";
import type {
  getIndex,
  getPublicCountry,
  getPublicIndicator,
  IndexResultView,
  listPublicIndicators,
  ResponseOf,
} from "@avances/contracts";
import { byLanguage, type Language, languageFacts, type Text, type ValueType } from "@avances/domain/catalogue";
import type { FigureCell, FigureChoice, FigureKind, ReportFigure, ReportFigures } from "@avances/domain/network";
import { minorDigits } from "@avances/domain/reference";
import { longDate } from "#features/shared/long-date.ts";
import type { PublishedAnswers } from "#features/shared/published-answers.ts";

type Index = ResponseOf<typeof getIndex>;
type Indicator = ResponseOf<typeof getPublicIndicator>;
type Country = ResponseOf<typeof getPublicCountry>;
type List = ResponseOf<typeof listPublicIndicators>;
type Row = Omit<Indicator["rows"][number], "country">;
type Levels = Indicator["indicator"]["levels"];
type Round = Index["rounds"][number];

/** The most rounds of a table: more columns cannot be read on a page. */
const mostColumns = 5;

/**
 * What the present edition says to each of these choices. A choice to which it says nothing (an indicator that is not published) is left out.
 * `today`: as of when a report is owed and not there yet.
 */
export async function figuresOf(
  release: PublishedAnswers,
  choices: readonly FigureChoice[],
  today: string,
): Promise<ReportFigures> {
  const edition = await release.edition();
  const read = reading(release);
  const figures: ReportFigure[] = [];
  for (const choice of choices) {
    const figure = await figureOf(read, choice, today);
    if (figure !== null) figures.push(figure);
  }
  return {
    edition:
      edition === undefined
        ? null
        : {
            ...{ id: edition.id, publishedAt: edition.publishedAt.toISOString() },
            catalogueVersion: edition.catalogueVersion,
          },
    figures,
  };
}

type Read = ReturnType<typeof reading>;

/** Each answer is read once for all the figures of a report. */
function reading(release: PublishedAnswers) {
  const known = new Map<string, Promise<unknown>>();
  const answer = <T>(key: string): Promise<T | null> => {
    const reading = known.get(key) ?? release.text(key).then((text) => (text === undefined ? null : JSON.parse(text)));
    known.set(key, reading);
    return reading as Promise<T | null>;
  };
  return {
    index: () => answer<Index>("index"),
    list: () => answer<List>("indicators"),
    indicator: (code: string) => answer<Indicator>(`indicators/${code}`),
    country: (iso3: string) => answer<Country>(`countries/${iso3}`),
  };
}

function figureOf(read: Read, choice: FigureChoice, today: string): Promise<ReportFigure | null> {
  switch (choice.subject) {
    case "index":
    case "instrument":
    case "dimension":
      return scores(read, choice, today);
    case "indicator":
      return answers(read, choice, today);
    case "objective":
      return objective(read, choice, today);
    case "country":
      return ofCountry(read, choice);
  }
}

const named = ({ id, subject, code, form, countries }: FigureChoice) => ({ id, subject, code, form, countries });
const both = (make: (language: Language) => string): Text => byLanguage(make);
const joined = (one: Text, other: Text): Text => both((language) => `${one[language]}: ${other[language]}`);

/** The round that was chosen, or that stands for the region; null while there is none. */
function chosenRound(
  { roundYear }: Pick<FigureChoice, "roundYear">,
  { rounds, mainRound }: Pick<Index, "rounds" | "mainRound">,
): Round | null {
  const wanted = roundYear ?? mainRound?.roundYear ?? rounds.at(-1)?.roundYear;
  return rounds.find((round) => round.roundYear === wanted) ?? null;
}

/** The columns of a figure: its round, or the last ones; of lines all, because they show the whole time. */
function columnsOf(choice: FigureChoice, round: Round | null, rounds: readonly Round[]): readonly Round[] {
  switch (choice.form) {
    case "bars":
      return round === null ? [] : [round];
    case "lines":
      return rounds;
    case "table":
      return rounds.slice(-mostColumns);
  }
}

const column = ({ roundYear, referenceYear }: Round) => ({ roundYear, referenceYear, name: null });
const roundOf = (round: Round | null) => round && { roundYear: round.roundYear, referenceYear: round.referenceYear };

async function scores(read: Read, choice: FigureChoice, today: string): Promise<ReportFigure | null> {
  const index = await read.index();
  if (index === null) return null;
  const [instrumentCode = "", dimensionCode] = choice.code.split("/");
  const instrument = index.instruments.find(({ code }) => code === instrumentCode);
  const dimension = index.dimensions.find(({ code }) => code === dimensionCode);
  const isKnown =
    choice.subject === "index"
      ? choice.code === ""
      : instrument !== undefined && (choice.subject === "dimension") === (dimension !== undefined);
  if (!isKnown) return null;
  const pick = (row: Index["rows"][number]): IndexResultView | undefined =>
    instrument === undefined
      ? row.overall
      : dimension === undefined
        ? row.instruments[instrument.code]
        : row.instruments[instrument.code].dimensions[dimension.code];
  const whole: Text = { en: "Progress index", es: "Índice de progreso" };
  const round = chosenRound(choice, index);
  const columns = columnsOf(choice, round, index.rounds);
  const rows = new Map(index.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(index, today);
  return {
    ...named(choice),
    title: [instrument?.shortName, dimension?.name].reduce<Text>((so, next) => (next ? joined(so, next) : so), whole),
    unit: { en: "points, 0 to 100", es: "puntos, de 0 a 100" },
    most: 100,
    // Also of lines: below them the scores of that round stand with their coverage and range.
    round: choice.form === "table" ? null : roundOf(round),
    columns: columns.map(column),
    lines: index.countries.map(({ iso3, name }) => ({
      code: iso3,
      name,
      cells: columns.map((one) => {
        const row = rows.get(`${iso3} ${one.roundYear}`);
        return scoreCell(one, row && pick(row), () => markOf(iso3, one.roundYear));
      }),
    })),
  };
}

function scoreCell(
  { roundYear, referenceYear }: Round,
  view: IndexResultView | undefined,
  missing: () => FigureCell["state"],
): FigureCell {
  const place = { roundYear, referenceYear, kind: "score", words: null } as const;
  if (view === undefined) return { ...place, state: missing(), value: null, result: null };
  const mark = scoreMark(view);
  const { coverage, range, score } = view;
  const result = mark === "not_applicable" ? null : { coverage, floor: range.floor, ceiling: range.ceiling };
  return { ...place, state: mark ?? "reported", value: score, result };
}

async function answers(read: Read, choice: FigureChoice, today: string): Promise<ReportFigure | null> {
  const answer = await read.indicator(choice.code);
  if (answer === null) return null;
  const { indicator, rounds, countries } = answer;
  if (choice.form !== "table" && !isDrawn(indicator.valueType)) return null;
  const round = chosenRound(choice, answer);
  const columns = columnsOf(choice, round, rounds);
  const rows = new Map(answer.rows.map((row) => [`${row.country} ${row.roundYear}`, row]));
  const markOf = marksOfReports(answer, today);
  return {
    ...named(choice),
    title: both((language) => `${indicator.code} ${indicator.name[language]}`),
    unit: indicator.unit,
    most: mostOf(indicator.valueType, indicator.levels),
    round: choice.form === "bars" ? roundOf(round) : null,
    columns: columns.map(column),
    lines: countries.map(({ iso3, name }) => ({
      code: iso3,
      name,
      cells: columns.map((one) => {
        const row = rows.get(`${iso3} ${one.roundYear}`);
        return row === undefined
          ? missingCell(one, indicator.valueType, markOf(iso3, one.roundYear))
          : answerCell(one, row, indicator.valueType, indicator.levels);
      }),
    })),
  };
}

/** Answers that are figures on one scale; yes and no, days, amounts and words are told in a table. */
function isDrawn(type: ValueType): boolean {
  return type === "count" || type === "ratio" || type === "ordinal";
}

const kindOf: Readonly<Record<ValueType, FigureKind>> = {
  ...{ count: "count", ratio: "share", ordinal: "level" },
  ...{ boolean: "words", money: "words", date: "words", text: "words" },
};

function mostOf(type: ValueType, levels: Levels): number | null {
  switch (type) {
    case "ratio":
      return 100;
    case "ordinal":
      return Math.max(...levels.map(({ level }) => level));
    case "count":
    case "boolean":
    case "money":
    case "date":
    case "text":
      return null;
  }
}

function missingCell(
  { roundYear, referenceYear }: Pick<Round, "roundYear" | "referenceYear">,
  type: ValueType,
  state: FigureCell["state"],
): FigureCell {
  return { roundYear, referenceYear, state, kind: kindOf[type], value: null, words: null, result: null };
}

function answerCell(
  round: Pick<Round, "roundYear" | "referenceYear">,
  row: Row,
  type: ValueType,
  levels: Levels,
): FigureCell {
  const mark = answerMark(row);
  if (mark !== null) return missingCell(round, type, mark);
  return {
    ...missingCell(round, type, "reported"),
    value: kindOf[type] === "words" ? null : shownFigure(row),
    words: wordsOf(row.value, levels),
  };
}

/** What an answer says in words; null where its number says it all. */
function wordsOf(value: Row["value"], levels: Levels): Text | null {
  if (value === null) return null;
  switch (value.type) {
    case "ordinal":
      return levels.find(({ level }) => level === value.level)?.shortLabel ?? null;
    case "boolean":
      return value.value ? { en: "Yes", es: "Sí" } : { en: "No", es: "No" };
    case "money":
      return both((language) => amount(value.amountMinor, value.currency, language));
    case "date":
      return both((language) => longDate(value.date, language));
    case "text":
      return both(() => beginning(value.text));
    case "count":
    case "ratio":
      return null;
  }
}

/** Words of a country may be pages long; the public page has all of them. */
const mostLetters = 280;
const beginning = (text: string) => (text.length <= mostLetters ? text : `${text.slice(0, mostLetters).trimEnd()}…`);

function amount(amountMinor: number, currency: string, language: Language): string {
  const digits = minorDigits(currency);
  const whole = amountMinor / 10 ** digits;
  const shown = Number.isInteger(whole) && Math.abs(whole) >= 100 ? 0 : digits;
  return new Intl.NumberFormat(languageFacts[language].numbers, {
    ...{
      style: "currency",
      currency,
      currencyDisplay: "code",
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    },
  }).format(whole);
}

/** A country a line, an indicator of the objective a column, in one round. */
async function objective(read: Read, choice: FigureChoice, today: string): Promise<ReportFigure | null> {
  const list = await read.list();
  const found = list?.objectives.find(({ code }) => code === choice.code);
  if (!list || !found) return null;
  const codes = list.indicators.filter((one) => one.objective === choice.code).map(({ code }) => code);
  const parts = (await Promise.all(codes.map(read.indicator))).filter((one) => one !== null);
  const [first] = parts;
  if (first === undefined) return null;
  const round = chosenRound(choice, first);
  if (round === null) return null;
  const markOf = marksOfReports(first, today);
  return {
    ...named(choice),
    ...{ title: found.name, unit: null, most: null, round: roundOf(round) },
    columns: parts.map(({ indicator }) => ({
      ...column(round),
      name: both((language) => `${indicator.code} ${indicator.name[language]}`),
    })),
    lines: first.countries.map(({ iso3, name }) => ({
      code: iso3,
      name,
      cells: parts.map(({ indicator, rows }) => {
        const row = rows.find((one) => one.country === iso3 && one.roundYear === round.roundYear);
        return row === undefined
          ? missingCell(round, indicator.valueType, markOf(iso3, round.roundYear))
          : answerCell(round, row, indicator.valueType, indicator.levels);
      }),
    })),
  };
}

/** An indicator a line, a round a column: what is published of one country. */
async function ofCountry(read: Read, choice: FigureChoice): Promise<ReportFigure | null> {
  const answer = await read.country(choice.code);
  if (answer === null) return null;
  const columns = answer.reporting
    .filter(({ publishedAt }) => publishedAt !== null)
    .slice(-mostColumns)
    .map(({ roundYear, referenceYear }) => ({ roundYear, referenceYear, name: null }));
  return {
    ...named(choice),
    ...{ title: answer.country.name, unit: null, most: null, round: null, columns },
    lines: answer.indicators.map(({ code, name, valueType, levels, rows }) => ({
      code,
      name: both((language) => `${code} ${name[language]}`),
      cells: columns.map((round) => {
        const row = rows.find((one) => one.roundYear === round.roundYear);
        return row === undefined
          ? missingCell(round, valueType, "not_reported")
          : answerCell(round, row, valueType, levels);
      }),
    })),
  };
}

/** The lines of a figure as series in a language, for those who place them. */
export function seriesOf({ lines }: Pick<ReportFigure, "lines">, language: Language): readonly CountrySeries[] {
  return lines.map(({ code, name, cells }) => ({
    country: code,
    label: name[language],
    points: cells.map(({ referenceYear, roundYear, value, state }) => ({
      year: referenceYear,
      roundYear,
      value,
      state,
    })),
  }));
}
