import { type CountrySeries, thenAndNow } from "@avances/charts/series";
import { LadderSteps, type Step } from "#charts/ladder-steps.tsx";
import { LadderStrip } from "#charts/ladder-strip.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";
import { RoundSelect, useView, ViewSwitch } from "./view-controls.tsx";

interface LadderViewsProps {
  readonly data: PublicIndicator;
  /** In the order in which they are drawn. */
  readonly series: readonly CountrySeries[];
}

/** Where each country stands in one round, in words; or year by year. */
export function LadderViews({ data, series }: LadderViewsProps) {
  const t = useTexts(indicatorTexts);
  const lang = useLanguage();
  const { view, round, change } = useView(data, ["steps", "years"]);
  return (
    <>
      <form data-names="" className={styles.switches} data-print="no">
        <ViewSwitch view={view} views={["steps", "years"]} change={change} />
        {view === "steps" ? <RoundSelect data={data} round={round} change={change} /> : null}
      </form>
      {view === "steps" && round !== null ? (
        <LadderSteps
          caption={t.stepsCaption(data.indicator.name[lang], roundWords[lang].data(round))}
          steps={stepsOf(data, lang, t.answer)}
          countries={thenAndNow(series, round.roundYear)}
        />
      ) : (
        <LadderStrip
          caption={t.tableCaption(data.indicator.name[lang])}
          captionHidden
          rounds={data.rounds}
          levels={data.indicator.levels.map(({ level, label }) => ({ level, label: label[lang] }))}
          series={series}
        />
      )}
    </>
  );
}

const shades = ["level0", "level1", "level2", "level3", "level4"] as const;

/** The steps of an indicator's ladder, lowest first: its levels, or no and yes. */
function stepsOf(
  { indicator }: PublicIndicator,
  lang: Language,
  answer: { readonly no: string; readonly yes: string },
): readonly Step[] {
  if (indicator.levels.length === 0)
    return [
      { value: 0, mark: answer.no, shade: "no" },
      { value: 1, mark: answer.yes, shade: "yes" },
    ];
  return indicator.levels.map(({ level, shortLabel }) => ({
    value: level,
    mark: String(level),
    label: shortLabel[lang],
    shade: shades[Math.min(level, shades.length - 1)] ?? "level4",
  }));
}
