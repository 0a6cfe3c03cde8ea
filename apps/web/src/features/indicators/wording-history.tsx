import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { indicatorTexts } from "./indicator.texts.ts";
import { wordingSentence } from "./wording-sentence.ts";

type Indicator = PublicIndicator["indicator"];
type Earlier = Indicator["wording"]["earlier"][number];

/** In which releases of the catalogue the indicator had which words; of earlier ones, only what they said differently. */
export function WordingHistory({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const language = useLanguage();
  const { wording } = indicator;
  return (
    <>
      <p className="small">{wordingSentence(wording, { language, f })}</p>
      {wording.earlier.map((earlier) => (
        <details key={earlier.releases[0]} className="small">
          <summary>{t.wordsOf(f.list(earlier.releases))}</summary>
          <DefinitionList items={differences(earlier, indicator, language, t)} />
        </details>
      ))}
    </>
  );
}

/** What earlier words said differently in the reader's language; if only another language changed, the name says so. */
function differences(
  earlier: Earlier,
  indicator: Indicator,
  language: Language,
  t: (typeof indicatorTexts)[Language],
): { readonly term: string; readonly value: string }[] {
  const levels = (list: Indicator["wording"]["earlier"][number]["levels"]) =>
    list.map(({ level, label }) => `${level} ${label[language]}`).join(" · ");
  const share = (ratio: Earlier["ratio"]) =>
    ratio === null ? "" : t.of(ratio.numerator[language], ratio.denominator[language]);
  const pairs = [
    [t.wordingName, earlier.name[language], indicator.name[language]],
    [t.question, earlier.question?.[language] ?? indicator.question[language], indicator.question[language]],
    [t.definition, earlier.definition[language], indicator.definition[language]],
    [t.guidance, earlier.guidance[language], indicator.guidance[language]],
    [t.unit, earlier.unit[language], indicator.unit[language]],
    [t.levels, levels(earlier.levels), levels(indicator.levels)],
    [t.ratio, share(earlier.ratio), share(indicator.ratio)],
  ] as const;
  const found = pairs.filter(([, before, now]) => before !== now).map(([term, value]) => ({ term, value }));
  return found.length > 0 ? found : [{ term: t.wordingName, value: t.sameInThisLanguage }];
}
