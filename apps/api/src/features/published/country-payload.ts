import type { getMatrix, getPublicCountry, ResponseOf } from "@avances/contracts";
import type { Country } from "@avances/domain/reference";
import type { EditionInput, PublicSubmission } from "./edition-input.ts";
import { indexRows, isReleased } from "./index-rows.ts";
import { frame, indicatorRow, publicIndicators } from "./indicator-payload.ts";

type MatrixPayload = ResponseOf<typeof getMatrix>;
type CountryPayload = ResponseOf<typeof getPublicCountry>;

/** Who reported when. A country that owes nothing and published nothing in a year has no cell. */
export function matrixPayload(input: EditionInput): Omit<MatrixPayload, "edition"> {
  return { ...frame(input), cells: input.submissions.flatMap((submission) => matrixCell(submission) ?? []) };
}

function matrixCell(submission: PublicSubmission): MatrixPayload["cells"][number] | null {
  const { country, year, obligated } = submission;
  if (isReleased(submission)) {
    const { publishedAt, version, index } = submission.release;
    return {
      country,
      year,
      obligated,
      state: "published",
      publishedAt: publishedAt.toISOString(),
      version,
      coverage: index.overall.coverage,
    };
  }
  if (submission.exempt)
    return { country, year, obligated, state: "exempt", publishedAt: null, version: null, coverage: null };
  return obligated
    ? { country, year, obligated, state: "not_published", publishedAt: null, version: null, coverage: null }
    : null;
}

/** One country: treaties, who reported when, index, all indicators by year. */
export function countryPayload(input: EditionInput, country: Country): Omit<CountryPayload, "edition"> {
  const own: EditionInput = {
    ...input,
    countries: [country],
    submissions: input.submissions.filter((item) => item.country === country.alpha3),
  };
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
    },
    years: frame(input).years,
    reporting: own.submissions.flatMap((submission) => matrixCell(submission) ?? []),
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
