import type { SubmissionView } from "@avances/contracts";
import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { useReportGround, useSaidAt } from "../report-context.ts";
import styles from "./earlier-figures.module.css";
import { type EarlierPoint, earlierSeries, placeSeries, presentPoint } from "./earlier-series.ts";
import { lineTexts } from "./line.texts.ts";

/** A step is as wide as the name of a round; the columns of the table below take their width from it too. */
const box = { step: 66, height: 40, margin: 6 };

/** Was any figure accepted for this indicator in the last three rounds with one? */
export function hasEarlierFigures({ previous }: Pick<SubmissionView, "previous">, code: IndicatorCode): boolean {
  return earlierSeries(previous.earlier, code).some(({ figure }) => figure !== null);
}

/** Up to three accepted figures beside the field, under a small line with the present one: each headed by its round. */
export function EarlierFigures({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(lineTexts).earlier;
  const lang = useLanguage();
  const f = useFormat();
  const { view } = useReportGround();
  const answer = useSaidAt(indicator.code);
  const earlier = earlierSeries(view.previous.earlier, indicator.code);
  const present = presentPoint(answer?.value, view.submission.year);
  const points: readonly EarlierPoint[] = present === null ? earlier : [...earlier, present];
  const { dots, lines } = placeSeries(points, box);
  const width = box.step * points.length;
  const isNow = (place: number) => present !== null && place === points.length - 1;
  const words = ({ figure, state }: EarlierPoint) => {
    if (figure === null || figure === undefined) return state === "reported" ? t.gap.none : t.gap[state];
    switch (figure.type) {
      case "count":
        return f.number(figure.total ?? 0);
      case "ratio": {
        const { numerator, denominator } = figure;
        if (numerator === null || denominator === null) return t.gap.none;
        return denominator === 0 ? `${f.number(numerator)} / 0` : f.percent(numerator / denominator);
      }
      case "money":
        return f.moneyWritten(figure.amountMinor, figure.currency);
    }
  };
  // Amounts are too long to stand side by side in the width of the form: cut, a figure reads as another one.
  if (points.some(({ figure }) => figure?.type === "money"))
    return (
      <table className={styles.amounts}>
        <caption>{t.label(indicator.unit[lang])}</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.year}>
              <th scope="row">{roundWords[lang].name({ roundYear: point.year })}</th>
              <td>{words(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <div className={styles.earlier}>
      <svg viewBox={`0 0 ${width} ${box.height}`} width={width} height={box.height} aria-hidden="true">
        {lines.map(({ from, to }, place) => (
          <path
            key={`line-${from.x}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            className={
              isNow(points.length - 1) && place === lines.length - 1 && to === dots.at(-1)
                ? styles.lineNow
                : styles.line
            }
          />
        ))}
        {dots.map((dot, place) =>
          dot === null ? null : (
            <circle
              key={`dot-${dot.x}`}
              cx={dot.x}
              cy={dot.y}
              r="3.6"
              className={isNow(place) ? styles.dotNow : styles.dot}
            />
          ),
        )}
      </svg>
      <table className={styles.table} style={{ inlineSize: `${width}px` }}>
        <caption>{t.label(indicator.unit[lang])}</caption>
        <thead>
          <tr>
            {points.map(({ year }) => (
              <th scope="col" key={year}>
                {roundWords[lang].name({ roundYear: year })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {points.map((point) => (
              <td key={point.year}>{words(point)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
