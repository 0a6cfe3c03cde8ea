import type { Catalogue, DimensionCode, Indicator, IndicatorCode, InstrumentCode } from "@avances/domain/catalogue";

/** A page of the form: one instrument × dimension. `key` is its name in the address: `TIP-LEG`. */
export interface Section {
  readonly key: string;
  readonly instrument: InstrumentCode;
  readonly dimension: DimensionCode;
  readonly indicators: readonly Indicator[];
}

/** Sections in catalogue order; only those with one of these indicators. */
export function sectionsOf(catalogue: Catalogue, indicators: readonly Indicator[]): readonly Section[] {
  const dimensions = [...catalogue.dimensions].sort((one, other) => one.order - other.order);
  return catalogue.instruments.flatMap((instrument) =>
    dimensions.flatMap((dimension) => {
      const inside = indicators.filter(
        (indicator) => indicator.instrument === instrument.code && indicator.dimension === dimension.code,
      );
      if (inside.length === 0) return [];
      const key = `${instrument.code}-${dimension.code}`;
      return [{ key, instrument: instrument.code, dimension: dimension.code, indicators: inside }];
    }),
  );
}

/** The section with this indicator, else the requested one, else the first that is not complete, else the first. */
export function sectionToShow(
  sections: readonly Section[],
  asked: { readonly section?: string | undefined; readonly indicator?: IndicatorCode | undefined },
  isAnswered: (code: IndicatorCode) => boolean,
): Section | undefined {
  const holds = (code: IndicatorCode) => sections.find(({ indicators }) => indicators.some((one) => one.code === code));
  return (
    (asked.indicator === undefined ? undefined : holds(asked.indicator)) ??
    sections.find(({ key }) => key === asked.section) ??
    sections.find(({ indicators }) => indicators.some(({ code }) => !isAnswered(code))) ??
    sections[0]
  );
}
