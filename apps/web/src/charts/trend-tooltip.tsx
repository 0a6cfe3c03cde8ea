import { type CountrySeries, pointOf } from "@avances/charts/series";
import type { TooltipContentProps } from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundWords } from "#lib/round-words.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import styles from "./chart.module.css";
import { chartTexts } from "./charts.texts.ts";

/** The year under the pointer in words: the figure of each country, or why it has none. */
export function TrendTooltip({
  active,
  label,
  series,
  print,
}: TooltipContentProps & { readonly series: readonly CountrySeries[]; readonly print: (value: number) => string }) {
  const t = useTexts(valueStateTexts);
  const c = useTexts(chartTexts);
  const words = roundWords[useLanguage()];
  if (!active || label === undefined) return null;
  const held = series.map((one) => pointOf(one, Number(label))).find((point) => point !== null);
  return (
    <div className={styles.tooltip}>
      <p>{held ? words.data({ referenceYear: held.year, roundYear: held.roundYear }) : label}</p>
      <dl>
        {series.map((one) => {
          const point = pointOf(one, Number(label));
          return (
            <div key={one.country}>
              <dt>{one.label}</dt>
              <dd>
                {point === null
                  ? c.noRound
                  : point.state !== "reported"
                    ? t.state[point.state]
                    : print(point.value ?? 0)}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
