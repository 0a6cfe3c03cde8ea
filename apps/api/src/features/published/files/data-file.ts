import { byteOrderMark, type CsvForm } from "#features/shared/csv-form.ts";
import { writer } from "./columns.ts";
import { dataColumns, type PlacedLine } from "./data-columns.ts";
import { type DataLine, emptyLine, type IndicatorPayload, linesOf } from "./data-lines.ts";
import type { FileFacts } from "./file-facts.ts";
import { type LinedFile, type Piece, piecesToFile } from "./lined-file.ts";

/**
 * The long file of everything published, made only from the public answers of the indicators: it cannot say anything
 * that they do not say. There is at least one line for every indicator, round and country. Indicators are written one at a time, so that
 * other requests get a turn in between.
 */
export async function dataFile(
  indicators: AsyncIterable<IndicatorPayload>,
  facts: FileFacts,
  form: CsvForm,
): Promise<LinedFile> {
  const { head, line } = writer(dataColumns, form);
  const pieces: Piece[] = [];
  for await (const payload of indicators) pieces.push(...indicatorPieces(payload, facts, line));
  return piecesToFile(byteOrderMark + head, pieces);
}

function indicatorPieces(
  payload: IndicatorPayload,
  facts: FileFacts,
  write: (line: PlacedLine) => string,
): readonly Piece[] {
  const { indicator } = payload;
  const key = (country: string, roundYear: number) => `${country}|${roundYear}`;
  const rows = new Map(payload.rows.map((row) => [key(row.country, row.roundYear), row]));
  const reasons = new Map(payload.unpublished.map((one) => [key(one.country, one.roundYear), one.state]));
  return payload.rounds.flatMap((round) =>
    payload.countries.map((country): Piece => {
      const row = rows.get(key(country.iso3, round.roundYear));
      const reason = reasons.get(key(country.iso3, round.roundYear));
      if (row === undefined && reason === undefined)
        throw new Error(`${indicator.code} says nothing of ${country.iso3} in ${round.roundYear}`);
      const lines: readonly DataLine[] = row
        ? linesOf(indicator, row, facts.displayDecimals)
        : [emptyLine(indicator, reason ?? "not_published")];
      const place = { facts, indicator, country, round, ...(row && { version: row.version ?? 1 }) };
      return {
        country: country.iso3,
        roundYear: round.roundYear,
        indicator: indicator.code,
        text: lines.map((line) => write({ ...line, ...place })).join(""),
      };
    }),
  );
}
