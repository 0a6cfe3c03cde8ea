import { type Cell, exact } from "#features/shared/csv-form.ts";
import { type Column, inEach } from "./columns.ts";
import type { DataLine, IndicatorPayload } from "./data-lines.ts";
import type { FileFacts } from "./file-facts.ts";

/** A line of the file, with the indicator, country and round it belongs to. */
export interface PlacedLine extends DataLine {
  readonly facts: FileFacts;
  readonly indicator: IndicatorPayload["indicator"];
  readonly country: IndicatorPayload["countries"][number];
  readonly round: { readonly roundYear: number; readonly referenceYear: number };
  /** Number of the public version; absent when nothing of the country is public in the round. */
  readonly version?: number;
}

const none: Cell = "";

/** Every column of `data.csv`, explained in docs/data-files.md. */
export const dataColumns: readonly Column<PlacedLine>[] = [
  { name: "round_year", cell: ({ round }) => exact(round.roundYear) },
  { name: "reference_year", cell: ({ round }) => exact(round.referenceYear) },
  { name: "country", cell: ({ country }) => country.iso3 },
  ...inEach<PlacedLine>("country", ({ country }) => country.name),
  { name: "indicator", cell: ({ indicator }) => indicator.code },
  ...inEach<PlacedLine>("indicator", ({ indicator }) => indicator.name),
  { name: "measure", cell: ({ measure }) => measure },
  { name: "breakdown", cell: ({ breakdown }) => breakdown?.code ?? none },
  ...inEach<PlacedLine>("breakdown", ({ breakdown }) => breakdown?.name),
  { name: "category", cell: ({ category }) => category?.code ?? none },
  ...inEach<PlacedLine>("category", ({ category }) => category?.name),
  { name: "value", cell: ({ value }) => value },
  ...inEach<PlacedLine>("value", ({ words }) => words),
  ...inEach<PlacedLine>("unit", ({ unit }) => unit),
  { name: "currency", cell: ({ currency }) => currency ?? none },
  { name: "state", cell: ({ state }) => state },
  { name: "confirmed", cell: ({ confirmed }) => (confirmed === undefined ? none : confirmed ? "yes" : "no") },
  { name: "index_value", cell: ({ indexValue }) => (indexValue === undefined ? none : exact(indexValue)) },
  { name: "version", cell: ({ version }) => (version === undefined ? none : exact(version)) },
  { name: "edition", cell: ({ facts }) => exact(facts.edition) },
  ...inEach<PlacedLine>("note", ({ facts }) => facts.note),
];
