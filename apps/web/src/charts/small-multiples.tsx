import { valueDomain } from "@avances/charts/place";
import { type CountrySeries, lastReported, type SeriesPoint, yearsOf } from "@avances/charts/series";
import { memo } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { useScoreWords } from "#ui/score-with-range.tsx";
import { MarkAt } from "#ui/value-state.tsx";
import chart from "./chart.module.css";
import { chartTexts } from "./charts.texts.ts";
import styles from "./small-multiples.module.css";

interface SmallMultiplesProps {
  readonly series: readonly CountrySeries[];
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
  /** Each panel by its own highest value; the chart then says so loudly. */
  readonly ownScale?: boolean | undefined;
}

/** Sizes of a panel in pixels. A few panels get more room than a region of them. */
const compact = { width: 176, height: 128, left: 2, right: 34, top: 12, plot: 78 };
const roomy = { ...compact, width: 368, height: 190, plot: 140 };
const few = 3;

/** One small panel per country, all on the same axis: each country against its own past, side by side without a rank. */
export function SmallMultiples({ series, format, domain, ownScale = false }: SmallMultiplesProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const print = format ?? ((value: number) => f.number(value));
  const years = yearsOf(series);
  const shared = domain ?? valueDomain(series);
  const hasRoom = series.length <= few;
  const hasScores = series.some((one) => one.points.some((point) => point.result));
  return (
    <div className={chart.chart}>
      {ownScale ? <p className={styles.loud}>{t.ownScale}</p> : null}
      <div className={classNames(styles.panels, hasRoom && styles.roomy)}>
        {series.map((one) => (
          <Panel
            key={one.country}
            series={one}
            years={years}
            domain={ownScale ? valueDomain([one]) : shared}
            print={print}
            size={hasRoom ? roomy : compact}
            hasScores={hasScores}
          />
        ))}
      </div>
      {hasScores ? <p className={styles.key}>{t.rangeKey}</p> : null}
    </div>
  );
}

const Panel = memo(function Panel({
  series,
  years,
  domain,
  print,
  size,
  hasScores,
}: {
  readonly series: CountrySeries;
  readonly years: readonly number[];
  readonly domain: readonly [number, number];
  readonly print: (value: number) => string;
  readonly size: typeof compact;
  readonly hasScores: boolean;
}) {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const span = Math.max(1, last - first);
  const x = (year: number) => size.left + 4 + ((year - first) / span) * (size.width - size.left - size.right - 8);
  const y = (value: number) => size.top + size.plot * (1 - (value - domain[0]) / (domain[1] - domain[0]));
  const end = lastReported(series);
  // Beside its point, but neither above the panel nor on the zero line, which would strike the figure through.
  const labelAt = (point: number) => Math.max(size.top + 2, Math.min(point + 4.5, y(0) - 4));
  return (
    <div className={styles.panel}>
      <p className={styles.name}>{series.label}</p>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height} aria-hidden="true">
        <path d={`M${size.left} ${y(domain[1])}H${size.width - size.right}`} className={chart.grid} />
        <path d={`M${size.left} ${y(0)}H${size.width - size.right}`} className={chart.zero} />
        {series.points.map((point) =>
          point.result ? (
            <path
              key={point.year}
              d={`M${x(point.year)} ${y(point.result.range.floor)}V${y(point.result.range.ceiling)}`}
              className={point.result.published ? styles.range : styles.rangeOnly}
            />
          ) : null,
        )}
        {runsOf(series).map((run) => (
          <path
            key={run[0]?.year}
            d={`M${run.map((point) => `${x(point.year)} ${y(point.value)}`).join("L")}`}
            className={styles.line}
          />
        ))}
        {series.points.map((point) =>
          point.state === "reported" && point.value !== null ? (
            <circle
              key={point.year}
              cx={x(point.year)}
              cy={y(point.value)}
              r={point === end ? 4.2 : 3}
              className={styles.dot}
            />
          ) : point.state === "reported" ? null : (
            <MarkAt
              key={point.roundYear}
              mark={point.state}
              x={x(point.year)}
              y={y(domain[0]) + 12}
              size={Math.min(0.72, x(first + 1) - x(first) > 0 ? (x(first + 1) - x(first)) / 24 : 0.72)}
            />
          ),
        )}
        {end?.value == null ? null : (
          <text x={x(end.year) + 8} y={labelAt(y(end.value))} className={chart.label}>
            {print(end.value)}
          </text>
        )}
        <text x={size.width - size.right + 4} y={y(domain[1]) + 4.5} className={chart.faint}>
          {end?.value != null && Math.abs(y(end.value) - y(domain[1])) < 15 ? "" : print(domain[1])}
        </text>
        <text x={size.left} y={size.height - 4} className={chart.faint}>
          {first}
        </text>
        <text x={size.width - size.right} y={size.height - 4} textAnchor="end" className={chart.faint}>
          {last}
        </text>
      </svg>
      {hasScores ? <ScoreNote points={series.points} last={end} /> : null}
    </div>
  );
});

/** A score never stands without coverage and range: here, those of the last one. */
function ScoreNote({ points, last }: { readonly points: readonly SeriesPoint[]; readonly last: SeriesPoint | null }) {
  const wordsOf = useScoreWords();
  const shown = last ?? points.findLast((point) => point.result);
  if (!shown?.result) return <p className={styles.note} />;
  const { label, coverage, range } = wordsOf(shown.result);
  return (
    <p className={styles.note}>
      <span className="sr-only">{`${shown.year}: ${label}`}</span>
      <span aria-hidden="true">{`${shown.year}: ${coverage}`}</span>
      <span aria-hidden="true">{range}</span>
    </p>
  );
}

interface Drawn {
  readonly year: number;
  readonly value: number;
}

/** Unbroken stretches of numbers; a year without one, of whatever state, ends a stretch. */
function runsOf(series: CountrySeries): Drawn[][] {
  const runs: Drawn[][] = [];
  let previous: number | null = null;
  for (const point of series.points.toSorted((a, b) => a.year - b.year)) {
    if (point.state !== "reported" || point.value === null) {
      previous = null;
      continue;
    }
    if (previous === point.year - 1) runs.at(-1)?.push({ year: point.year, value: point.value });
    else runs.push([{ year: point.year, value: point.value }]);
    previous = point.year;
  }
  return runs;
}
