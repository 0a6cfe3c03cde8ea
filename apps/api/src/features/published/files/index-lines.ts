import type { getIndex, ResponseOf } from "@avances/contracts";
import type { Text } from "@avances/domain/catalogue";
import type { UnpublishedState } from "@avances/domain/submission";
import { byteOrderMark, type Cell, type CsvForm, exact } from "#features/shared/csv-form.ts";
import { type Column, inEach, writer } from "./columns.ts";
import type { FileFacts } from "./file-facts.ts";
import { type LinedFile, type Piece, piecesToFile } from "./lined-file.ts";

type IndexPayload = ResponseOf<typeof getIndex>;
type IndexRow = IndexPayload["rows"][number];
type Result = IndexRow["overall"];
type Progress = NonNullable<IndexRow["progress"]["TIP"]>;
type InstrumentCode = keyof IndexRow["instruments"];

/** One result: of everything (both codes "all"), of an instrument, or of one of its dimensions. */
interface IndexLine {
  readonly facts: FileFacts;
  readonly country: IndexPayload["countries"][number];
  readonly round: IndexPayload["rounds"][number];
  readonly place: Place;
  /** `insufficient_data`: too little was answered, so there is a range and no score. */
  readonly state: "published" | "insufficient_data" | "not_applicable" | UnpublishedState;
  readonly result: Result | null;
  readonly progress: Progress | null;
}

interface Place {
  readonly instrument: { readonly code: InstrumentCode | "all"; readonly name: Text };
  readonly dimension: { readonly code: string; readonly name: Text };
  /** Weight in the result one level up; null for the whole. */
  readonly weight: number | null;
}

const bothInstruments: Text = { en: "Both Protocols", es: "Ambos Protocolos" };
const allDimensions: Text = { en: "All dimensions", es: "Todas las dimensiones" };

const number = (value: number | null | undefined): Cell => (value === null || value === undefined ? "" : exact(value));

/** Every column of `index.csv`, explained in docs/data-files.md. Nothing is rounded. */
const indexColumns: readonly Column<IndexLine>[] = [
  { name: "round_year", cell: ({ round }) => exact(round.roundYear) },
  { name: "reference_year", cell: ({ round }) => exact(round.referenceYear) },
  { name: "country", cell: ({ country }) => country.iso3 },
  ...inEach<IndexLine>("country", ({ country }) => country.name),
  { name: "instrument", cell: ({ place }) => place.instrument.code },
  ...inEach<IndexLine>("instrument", ({ place }) => place.instrument.name),
  { name: "dimension", cell: ({ place }) => place.dimension.code },
  ...inEach<IndexLine>("dimension", ({ place }) => place.dimension.name),
  { name: "weight", cell: ({ place }) => number(place.weight) },
  { name: "state", cell: ({ state }) => state },
  { name: "published", cell: ({ state }) => (state === "published" ? "yes" : "no") },
  { name: "score", cell: ({ result }) => number(result?.score) },
  { name: "coverage", cell: ({ result }) => number(result?.coverage) },
  { name: "floor", cell: ({ result }) => number(result?.range.floor) },
  { name: "ceiling", cell: ({ result }) => number(result?.range.ceiling) },
  { name: "baseline_round_year", cell: ({ progress }) => number(progress?.sinceRoundYear) },
  { name: "baseline_reference_year", cell: ({ progress }) => number(progress?.sinceReferenceYear) },
  { name: "comparable", cell: ({ progress }) => (progress === null ? "" : progress.comparable ? "yes" : "no") },
  { name: "progress", cell: ({ progress }) => number(progress?.progress) },
  { name: "gap_closed", cell: ({ progress }) => number(progress?.gapClosed) },
  { name: "matched_share", cell: ({ progress }) => number(progress?.matchedWeightShare) },
  { name: "catalogue_version", cell: ({ round }) => round.catalogueVersion },
  { name: "edition", cell: ({ facts }) => exact(facts.edition) },
  ...inEach<IndexLine>("note", ({ facts }) => facts.note),
];

/** The index by country, round, instrument and dimension; a country without a public report has the same lines, with the reason. */
export function indexFile(payload: IndexPayload, facts: FileFacts, form: CsvForm): LinedFile {
  const { head, line } = writer(indexColumns, form);
  const places = placesOf(payload);
  const [rows, reasons] = [byPlace(payload.rows), byPlace(payload.unpublished)];
  const pieces = payload.rounds.flatMap((round) =>
    payload.countries.map((country): Piece => {
      const here = `${country.iso3}|${round.roundYear}`;
      const row = rows.get(here);
      const reason = reasons.get(here)?.state;
      if (row === undefined && reason === undefined)
        throw new Error(`The index says nothing of ${country.iso3} in ${round.roundYear}`);
      const lines = places.map((place): IndexLine => {
        const own = { facts, country, round, place };
        if (!row) return { ...own, state: reason ?? "not_published", result: null, progress: null };
        const result = resultAt(row, place);
        const progress = progressAt(row, place);
        if (!result.applicable) return { ...own, state: "not_applicable", result: null, progress };
        return { ...own, state: result.published ? "published" : "insufficient_data", result, progress };
      });
      return {
        country: country.iso3,
        roundYear: round.roundYear,
        indicator: null,
        text: lines.map(line).join(""),
      };
    }),
  );
  return piecesToFile(byteOrderMark + head, pieces);
}

function byPlace<T extends { readonly country: string; readonly roundYear: number }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [`${row.country}|${row.roundYear}`, row]));
}

function placesOf({ instruments, dimensions }: IndexPayload): readonly Place[] {
  const whole = { code: "all", name: allDimensions };
  return [
    { instrument: { code: "all", name: bothInstruments }, dimension: whole, weight: null },
    ...instruments.flatMap(({ code, shortName, weight }) => {
      const instrument = { code, name: shortName };
      return [
        { instrument, dimension: whole, weight },
        ...dimensions.map((dimension) => ({ instrument, dimension, weight: dimension.weight })),
      ];
    }),
  ];
}

function resultAt(row: IndexRow, { instrument, dimension }: Place): Result {
  if (instrument.code === "all") return row.overall;
  const own = row.instruments[instrument.code];
  const found = dimension.code === "all" ? own : own.dimensions[dimension.code];
  if (!found) throw new Error(`The index has no ${instrument.code} ${dimension.code}`);
  return found;
}

/** Since the baseline. */
function progressAt({ progress }: IndexRow, { instrument, dimension }: Place): Progress | null {
  if (instrument.code === "all") return progress.overall;
  if (dimension.code === "all") return progress[instrument.code];
  return progress.dimensions[instrument.code][dimension.code] ?? null;
}
