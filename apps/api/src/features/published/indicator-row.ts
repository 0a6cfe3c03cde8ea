import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import type { Indicator } from "@avances/domain/catalogue";
import type { PublishedAnswer, PublishedSubmission } from "@avances/domain/suppression";
import { named } from "./named.ts";

/** One published answer without its country: a row on the country's page; with the country, a row on the indicator's page. */
export type IndicatorRow = Omit<ResponseOf<typeof getPublicIndicator>["rows"][number], "country">;

/** Indicators that the public sees at all. */
export function publicIndicators<One extends Indicator>({
  indicators,
}: {
  readonly indicators: readonly One[];
}): readonly One[] {
  return indicators.filter((indicator) => indicator.sensitivity === "public");
}

/** What a published version says about an indicator; "not reported" if its catalogue did not have the indicator. */
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

/** The replacement that the index uses for a hidden figure is public (methodology §7.4). A figure on too few cases is not used at all. */
function forIndex(published: PublishedSubmission, answer: PublishedAnswer | undefined): Pick<IndicatorRow, "forIndex"> {
  if (answer?.state !== "suppressed" || answer.value?.type !== "ratio") return {};
  const numerator = published.indexNumerators.get(answer.indicatorCode);
  const denominator = published.indexDenominators.get(answer.indicatorCode);
  return numerator === undefined || denominator === undefined ? {} : { forIndex: { numerator, denominator } };
}
