/** Lines that belong together. */
export interface Piece {
  readonly country: string;
  readonly roundYear: number;
  /** Null when the lines do not belong to one indicator. */
  readonly indicator: string | null;
  readonly text: string;
}

export interface Filter {
  readonly country?: string | undefined;
  readonly roundYear?: number | undefined;
  readonly indicator?: string | undefined;
}

/** A whole file as bytes; parts can be cut out without parsing it again. */
export interface LinedFile {
  readonly body: Buffer;
  /** The head and the matching lines; without a filter, all of them. */
  part(filter: Filter): Buffer;
}

interface Place extends Omit<Piece, "text"> {
  readonly from: number;
  readonly to: number;
}

/** Stores the bytes once, with the position of each piece, and indexes pieces by country and year. */
export function piecesToFile(head: string, pieces: readonly Piece[]): LinedFile {
  const parts = [head, ...pieces.map(({ text }) => text)].map((text) => Buffer.from(text));
  const body = Buffer.concat(parts);
  let at = 0;
  const ends = parts.map(({ length }) => (at += length));
  const places = pieces.map(
    ({ text: _, ...piece }, index): Place => ({ ...piece, from: ends[index] as number, to: ends[index + 1] as number }),
  );
  const byCountry = Map.groupBy(places, ({ country }) => country);
  const byYear = Map.groupBy(places, ({ roundYear }) => roundYear);
  return {
    body,
    part({ country, roundYear, indicator }) {
      const ofCountry = country === undefined ? undefined : (byCountry.get(country) ?? []);
      const ofYear = roundYear === undefined ? undefined : (byYear.get(roundYear) ?? []);
      const wanted = (ofCountry ?? ofYear ?? places).filter(
        (place) =>
          (roundYear === undefined || place.roundYear === roundYear) &&
          (indicator === undefined || place.indicator === indicator),
      );
      return Buffer.concat([body.subarray(0, ends[0]), ...wanted.map(({ from, to }) => body.subarray(from, to))]);
    },
  };
}
