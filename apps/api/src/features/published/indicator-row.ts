import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import type { PublishedAnswer, PublishedSubmission } from "@avances/domain/suppression";
import { named } from "./frame.ts";

/** One published answer without its country: a row of the country's page, and with the country one of the indicator's. */
export type IndicatorRow = Omit<ResponseOf<typeof getPublicIndicator>["rows"][number], "country">;

/** Indicators that the public sees at all. */
export function publicIndicators(catalogue: Catalogue): readonly Indicator[] {
  return catalogue.indicators.filter((indicator) => indicator.sensitivity === "public");
}

/** What a published version says of an indicator; "not reported" of one that its catalogue did not have. */
export function indicatorRow(
  version: { readonly roundYear: number; readonly referenceYear: number; readonly number: number },
  published: PublishedSubmission,
  code: string,
): IndicatorRow {
  const answer = published.answers.get(code);
  return {
    ...named(version),
    state: answer?.state ?? "not_reported",
    value: answer?.value ?? null,
    ...(answer?.confirmed === false && { unconfirmed: true }),
    ...forIndex(published, answer),
    ...(version.number > 1 && { version: version.number }),
  };
}

/** A hidden figure that the index uses is public in the form in which it is used (methodology §7.4); what is on too few cases it does not use. */
function forIndex(published: PublishedSubmission, answer: PublishedAnswer | undefined): Pick<IndicatorRow, "forIndex"> {
  if (answer?.state !== "suppressed" || answer.value?.type !== "ratio") return {};
  const numerator = published.indexNumerators.get(answer.indicatorCode);
  const denominator = published.indexDenominators.get(answer.indicatorCode);
  return numerator === undefined || denominator === undefined ? {} : { forIndex: { numerator, denominator } };
}
