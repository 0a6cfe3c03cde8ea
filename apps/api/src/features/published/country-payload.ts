import type { getMatrix, getPublicCountry, ResponseOf } from "@avances/contracts";
import type { Country } from "@avances/domain/reference";
import { owesReport } from "@avances/domain/submission";
import type { EditionInput, PublicSubmission } from "./edition-input.ts";
import { frame, named, stateOf } from "./frame.ts";
import { indexRows, isReleased } from "./index-rows.ts";
import { indicatorRow, publicIndicators } from "./indicator-payload.ts";

type MatrixPayload = ResponseOf<typeof getMatrix>;
type CountryPayload = ResponseOf<typeof getPublicCountry>;

/** Who reported when: a cell for every country and round. */
export function matrixPayload(input: EditionInput): Omit<MatrixPayload, "edition"> {
  return { ...frame(input), cells: input.submissions.map(matrixCell) };
}

function matrixCell(submission: PublicSubmission): MatrixPayload["cells"][number] {
  const { country } = submission;
  const cell = { country, ...named(submission), state: stateOf(submission), obligated: owesReport(submission) };
  if (!isReleased(submission)) return { ...cell, publishedAt: null, version: null, coverage: null };
  const { publishedAt, version, index } = submission.release;
  return { ...cell, publishedAt: publishedAt.toISOString(), version, coverage: index.overall.coverage };
}

/** One country: treaties, who reported when, index, all indicators by round. */
export function countryPayload(input: EditionInput, country: Country): Omit<CountryPayload, "edition"> {
  const own: EditionInput = {
    ...input,
    countries: [country],
    submissions: input.submissions.filter((item) => item.country === country.alpha3),
  };
  const { rounds, mainRound } = frame(input);
  const treatyNames = new Map<string, CountryPayload["country"]["treaties"][number]["name"]>([
    ...input.catalogue.instruments.map(({ code, name }) => [code, name] as const),
    [input.catalogue.parentInstrument.code, input.catalogue.parentInstrument.name],
  ]);
  return {
    country: {
      iso3: country.alpha3,
      name: country.name,
      capital: country.capital,
      treaties: Object.entries(country.treaties).flatMap(([code, { consent }]) => {
        const name = treatyNames.get(code);
        return name ? [{ code, name, consentOn: consent.date, consentType: consent.type }] : [];
      }),
      treatiesAsOf: country.treatiesAsOf,
    },
    rounds,
    mainRound,
    reporting: own.submissions.map(matrixCell),
    index: indexRows(own),
    indicators: publicIndicators(input.catalogue).map((indicator) => ({
      code: indicator.code,
      instrument: indicator.instrument,
      dimension: indicator.dimension,
      name: indicator.name,
      valueType: indicator.valueType,
      levels: (indicator.levels ?? []).map(({ level, label }) => ({ level, label })),
      rows: own.submissions.flatMap((submission) => {
        const row = indicatorRow(submission, indicator.code);
        if (!row) return [];
        const { country: _, ...rest } = row;
        return [rest];
      }),
    })),
  };
}
