import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { CatalogueNames } from "#lib/reversal.ts";
import { type Part, partOf, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { CountryProgressFacts, CountryReportsFacts } from "./country-facts.ts";

const texts = defineTexts(
  {
    reports: (name: string, what: string) => `${name}: ${what}.`,
    expected: {
      of_none: () => "no report was expected",
      the_one: () => "the one report expected is published",
      not_the_one: () => "the one report expected is not published",
      both: () => "both reports expected are published",
      all: (n) => `all ${n} reports expected are published`,
      none: (_n, all) => `none of the ${all} reports expected is published`,
      one: (_n, all) => `1 of the ${all} reports expected is published`,
      some: (n, all) => `${n} of the ${all} reports expected are published`,
    } satisfies Readonly<Record<Part, (n: string, all: string) => string>>,
    voluntary: (n: number) =>
      pluralEn(n, { one: "# report was given voluntarily", other: "# reports were given voluntarily" }),
    gap: (why: string, rounds: string) => `${why}: ${rounds}.`,
    protocol: (protocol: string) => `${protocol}: `,
    points: (points: string, direction: "higher" | "lower") => `${points} points ${direction}`,
    stands: (year: string, since: string) =>
      ` for ${year} than in its own first round with a score (${since}), on the indicators scored in both.`,
    same: "the same",
    sameAs: (year: string, since: string) =>
      ` for ${year} as in its own first round with a score (${since}), on the indicators scored in both.`,
    notComparable: (year: string, since: string) =>
      `${year} cannot be compared with its own first round with a score (${since}) because too few indicators were scored in both.`,
    first: (year: string) => `${year} is its first round with a score.`,
    insufficient: (year: string) => `too little was answered for a score for ${year}.`,
  },
  {
    reports: (name, what) => `${name}: ${what}.`,
    expected: {
      of_none: () => "no se esperaba ningún informe",
      the_one: () => "el único informe esperado está publicado",
      not_the_one: () => "el único informe esperado no está publicado",
      both: () => "los dos informes esperados están publicados",
      all: (n) => `los ${n} informes esperados están publicados`,
      none: (_n, all) => `ninguno de los ${all} informes esperados está publicado`,
      one: (_n, all) => `1 de los ${all} informes esperados está publicado`,
      some: (n, all) => `${n} de los ${all} informes esperados están publicados`,
    },
    voluntary: (n) =>
      pluralEs(n, { one: "# informe se presentó voluntariamente", other: "# informes se presentaron voluntariamente" }),
    gap: (why, rounds) => `${why}: ${rounds}.`,
    protocol: (protocol) => `${protocol}: `,
    points: (points, direction) => `${points} puntos más ${direction === "higher" ? "arriba" : "abajo"}`,
    stands: (year, since) =>
      ` para ${year} que en su propia primera ronda con puntaje (${since}), sobre los indicadores puntuados en ambas.`,
    same: "igual",
    sameAs: (year, since) =>
      ` para ${year} que en su propia primera ronda con puntaje (${since}), sobre los indicadores puntuados en ambas.`,
    notComparable: (year, since) =>
      `${year} no se puede comparar con su propia primera ronda con puntaje (${since}) porque muy pocos indicadores se puntuaron en ambas.`,
    first: (year) => `${year} es su primera ronda con puntaje.`,
    insufficient: (year) => `para ${year} se respondió demasiado poco para calcular un puntaje.`,
  },
);

/** "Belize: 2 of the 4 reports expected are published, data for 2022 and 2023 (rounds 2023 and 2024). Not published: data for 2021 (2022 round). …" */
export function countryReportsSentence(facts: CountryReportsFacts, speech: Speech): string {
  const t = texts[speech.language];
  const { f } = speech;
  const { country, expected, published, voluntary, missing } = facts;
  const words = yearWords[speech.language];
  const years = (rounds: typeof published) => (rounds.length === 0 ? "" : `, ${words.list(rounds, f)}`);
  const owed = t.expected[partOf(published.length, expected.length)](
    f.number(published.length),
    f.number(expected.length),
  );
  const given = voluntary.length === 0 ? null : `${t.voluntary(voluntary.length)}${years(voluntary)}`;
  const parts =
    given === null
      ? [`${owed}${years(published)}`]
      : expected.length === 0
        ? [given]
        : [`${owed}${years(published)}`, given];
  return sentences(
    t.reports(speech.name(country), parts.join("; ")),
    ...missing.map(({ why, rounds }) => t.gap(valueStateTexts[speech.language].state[why], words.list(rounds, f))),
  );
}

/** The parts of a sentence that are set differently: the finding is bold. */
export interface ProgressWords {
  readonly protocol: string;
  readonly finding: string;
  readonly rest: string;
}

/** "Trafficking in persons: ", "11.6 points higher", " for 2024 (2025 round) than in its own first round with a score (data for 2021), …" */
export function countryProgressWords(
  facts: CountryProgressFacts,
  speech: Speech,
  names: CatalogueNames,
): ProgressWords {
  const t = texts[speech.language];
  const { standing } = facts;
  const protocol = t.protocol(names.instrument(facts.instrument));
  const year = yearWords[speech.language].year(facts.round);
  const sinceOf = ({ referenceYear }: { readonly referenceYear: number }) =>
    yearWords[speech.language].span({ from: referenceYear, to: referenceYear });
  switch (standing.kind) {
    case "compared": {
      const since = sinceOf(standing.baseline);
      if (standing.change === 0) return { protocol, finding: t.same, rest: t.sameAs(year, since) };
      const direction = standing.change > 0 ? "higher" : "lower";
      const finding = t.points(speech.f.score(Math.abs(standing.change)), direction);
      return { protocol, finding, rest: t.stands(year, since) };
    }
    case "not_comparable":
      return { protocol, finding: "", rest: t.notComparable(year, sinceOf(standing.baseline)) };
    case "first":
      return { protocol, finding: "", rest: t.first(year) };
    case "insufficient":
      return { protocol, finding: "", rest: t.insufficient(year) };
    default:
      return standing satisfies never;
  }
}
