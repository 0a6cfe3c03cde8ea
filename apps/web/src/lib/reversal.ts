import type { DimensionCode, InstrumentCode } from "@avances/domain/catalogue";
import type { RobustnessVariant } from "@avances/domain/progress-index";
import { defineTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import type { IndexRowView, PublicIndex } from "./published-queries.ts";
import type { NamedRound } from "./round-words.ts";
import { type Speech, yearWords } from "./speech.ts";

/** A choice of weights under which a change has the opposite direction. */
type Choice =
  | { readonly kind: "equalWeights" | "geometricMean" }
  | { readonly kind: "without"; readonly dimension: DimensionCode };

/** The direction of a country's change since its previous report depends on the weights. To be said where the change is shown (methodology §4). */
export interface ReversalFacts {
  readonly instrument: InstrumentCode;
  readonly before: NamedRound;
  readonly now: NamedRound;
  readonly by: readonly Choice[];
}

/** Null when the direction is the same under every choice. `rows`: all rows of the country, in any order. */
export function reversalFacts(
  rows: readonly IndexRowView[],
  now: IndexRowView,
  instrument: InstrumentCode,
): ReversalFacts | null {
  const by = (now.robustness[instrument]?.reverses ?? []).map((variant) => choiceOf(variant as RobustnessVariant));
  const before = rows
    .filter(({ roundYear }) => roundYear < now.roundYear)
    .reduce<IndexRowView | null>((last, row) => (last && last.roundYear > row.roundYear ? last : row), null);
  return before === null || by.length === 0 ? null : { instrument, before, now, by };
}

export function choiceOf(variant: RobustnessVariant): Choice {
  if (variant === "equalWeights" || variant === "geometricMean") return { kind: variant };
  return { kind: "without", dimension: variant.slice("without-".length) as DimensionCode };
}

const texts = defineTexts(
  {
    reversal: (protocol: string, before: string, now: string, choices: string) =>
      `${protocol}: from ${before} to ${now} the score changes in the opposite direction ${choices}.`,
    equalWeights: "if all dimensions weigh the same",
    geometricMean: "if the geometric mean is taken",
    without: (dimension: string) => `if “${dimension}” is left out`,
    or: ", or ",
  },
  {
    reversal: (protocol, before, now, choices) =>
      `${protocol}: de ${before} a ${now} el puntaje cambia en la dirección opuesta ${choices}.`,
    equalWeights: "si todas las dimensiones pesan lo mismo",
    geometricMean: "si se toma la media geométrica",
    without: (dimension) => `si se deja fuera «${dimension}»`,
    or: ", o ",
  },
);

/** Names from the catalogue in the reader's language: the short name of a Protocol, the name of a dimension. */
export interface CatalogueNames {
  readonly instrument: (code: string) => string;
  readonly dimension: (code: string) => string;
}

export function catalogueNames(
  index: Pick<PublicIndex, "instruments" | "dimensions">,
  language: Language,
): CatalogueNames {
  const instruments = new Map<string, string>(
    index.instruments.map(({ code, shortName }) => [code, shortName[language]]),
  );
  const dimensions = new Map<string, string>(index.dimensions.map(({ code, name }) => [code, name[language]]));
  return {
    instrument: (code) => instruments.get(code) ?? code,
    dimension: (code) => dimensions.get(code) ?? code,
  };
}

/** "Smuggling of migrants: from 2023 (2024 round) to 2024 (2025 round) the score changes in the opposite direction if “Prevention” is left out." */
export function reversalSentence(facts: ReversalFacts, { language }: Speech, names: CatalogueNames): string {
  const t = texts[language];
  const { year } = yearWords[language];
  const choices = facts.by.map((one) =>
    one.kind === "without" ? t.without(names.dimension(one.dimension)) : t[one.kind],
  );
  return t.reversal(names.instrument(facts.instrument), year(facts.before), year(facts.now), choices.join(t.or));
}
