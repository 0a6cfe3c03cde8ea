import { axisOf, axisOver, maxSeries, seriesShape } from "@avances/charts/place";
import { type CountrySeries, lastReported, pointOf, toTrendRows, yearsOf } from "@avances/charts/series";
import { useEffect, useState } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { MarkAt } from "#ui/value-state.tsx";
import styles from "./chart.module.css";
import { chartTexts } from "./charts.texts.ts";
import { contextColour, seriesColour } from "./palette.ts";
import { LegendMark, SeriesMark } from "./series-mark.tsx";
import { useWidth } from "./use-width.ts";

interface TrendChartProps {
  readonly series: readonly CountrySeries[];
  /** Countries in colour, at most four; the rest stay grey. Without it, up to four series are all in colour. */
  readonly highlight?: readonly string[] | undefined;
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
  /** A change of definition or a law: a line with a word at the top. */
  readonly breaks?: readonly { readonly year: number; readonly label: string }[] | undefined;
  readonly height?: number | undefined;
}

const margin = { top: 24, bottom: 4, left: 0, right: 132 };
const axisWidth = 52;
const axisHeight = 28;
const railRow = 24;

/** Lines over the years. A gap stays a gap, zero is drawn, and what may not be shown stands under the axis, never at a height. */
export function TrendChart({ series, highlight, format, domain, breaks = [], height = 340 }: TrendChartProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const [dismissed, setDismissed] = useState(false);
  useEffect(() => {
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === "Escape") setDismissed(true);
    };
    window.addEventListener("keydown", dismiss);
    return () => window.removeEventListener("keydown", dismiss);
  }, []);
  const narrow = width < 560;
  const years = yearsOf(series);
  const print = format ?? ((value: number) => f.number(value));
  const chosen = (highlight ?? series.map((one) => one.country)).slice(0, maxSeries);
  const front = chosen.flatMap((country) => series.filter((one) => one.country === country));
  const back = series.filter((one) => !chosen.includes(one.country));
  const { domain: range, ticks } = domain ? axisOver(domain) : axisOf(series);
  const right = narrow ? 14 : margin.right;
  const rail = front.filter((one) => one.points.some((point) => point.state !== "reported"));
  const plot = {
    left: axisWidth,
    top: margin.top,
    width: width - axisWidth - right,
    height: height - margin.top - margin.bottom - axisHeight,
  };
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  const inset = 10;
  const x = (year: number) =>
    first === last
      ? plot.left + plot.width / 2
      : plot.left + inset + ((year - first) / (last - first)) * (plot.width - 2 * inset);
  const y = (value: number) => plot.top + plot.height * (1 - (value - range[0]) / (range[1] - range[0]));
  const drawable = series.some((one) => lastReported(one) !== null);

  return (
    <div ref={ref} className={styles.chart}>
      <ul className={styles.legend}>
        {front.map((one, place) => (
          <li key={one.country}>
            <LegendMark shape={seriesShape(place)} colour={seriesColour(place)} />
            {one.label}
          </li>
        ))}
        {back.length > 0 ? (
          <li>
            <LegendMark shape="circle" colour={contextColour} />
            {front.length > 0 ? t.others : t.everybody}
          </li>
        ) : null}
      </ul>
      {drawable ? null : <p className={styles.note}>{t.noNumbers}</p>}
      <LineChart
        width={width}
        height={height + rail.length * railRow}
        data={toTrendRows(series, years)}
        margin={{ ...margin, right, bottom: margin.bottom + rail.length * railRow }}
        accessibilityLayer={false}
        onMouseLeave={() => setDismissed(false)}
      >
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis
          dataKey="year"
          type="number"
          domain={[first, last]}
          ticks={yearTicks(years, plot.width)}
          padding={{ left: inset, right: inset }}
          height={axisHeight}
          tickFormatter={String}
          tickLine={false}
          axisLine={{ stroke: "var(--ink-2)" }}
          interval={0}
        />
        <YAxis
          domain={[range[0], range[1]]}
          ticks={[...ticks]}
          width={axisWidth}
          tickFormatter={print}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {range[0] < 0 ? <ReferenceLine y={0} stroke="var(--ink-2)" /> : null}
        {breaks.map((one) => (
          <ReferenceLine
            key={one.year}
            x={one.year}
            stroke="var(--ink-3)"
            strokeDasharray="2 3"
            label={{ value: one.label, position: "top" }}
          />
        ))}
        {back.map((one) => (
          <Line
            key={one.country}
            dataKey={one.country}
            name={one.label}
            stroke={contextColour}
            strokeWidth={1.25}
            connectNulls={false}
            isAnimationActive={false}
            dot={{ r: 2, fill: contextColour, stroke: "none" }}
            activeDot={false}
          />
        ))}
        {front.map((one, place) => (
          <Line
            key={one.country}
            dataKey={one.country}
            name={one.label}
            stroke={seriesColour(place)}
            strokeWidth={2.25}
            connectNulls={false}
            isAnimationActive={false}
            activeDot={false}
            dot={({ cx, cy, payload }) =>
              typeof cx === "number" && typeof cy === "number" ? (
                <SeriesMark
                  key={`${one.country}-${payload.year}`}
                  shape={seriesShape(place)}
                  x={cx}
                  y={cy}
                  colour={seriesColour(place)}
                />
              ) : (
                <g key={`${one.country}-${payload.year}`} />
              )
            }
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--control)", strokeWidth: 1 }}
          content={(props) =>
            dismissed ? null : <TrendTooltip {...props} series={front.length > 0 ? front : series} print={print} />
          }
        />
        {narrow ? null : (
          <EndLabels front={front} x={x} y={y} print={print} top={plot.top} bottom={plot.top + plot.height} />
        )}
        {rail.map((one, row) => (
          <StateRail
            key={one.country}
            series={one}
            y={plot.top + plot.height + axisHeight + (row + 0.75) * railRow}
            x={x}
            width={narrow ? 0 : width - right + 16}
          />
        ))}
      </LineChart>
    </div>
  );
}

/** As many years as there is room for, the last always among them. */
function yearTicks(years: readonly number[], width: number): number[] {
  const every = Math.max(1, Math.ceil((years.length * 46) / Math.max(1, width)));
  return years.filter((_, place) => (years.length - 1 - place) % every === 0);
}

interface EndLabelsProps {
  readonly front: readonly CountrySeries[];
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly print: (value: number) => string;
  readonly top: number;
  readonly bottom: number;
}

/** Name and last value at the end of each line in colour, pushed apart where they would collide. */
function EndLabels({ front, x, y, print, top, bottom }: EndLabelsProps) {
  const gap = 17;
  const labels = front
    .flatMap((one) => {
      const last = lastReported(one);
      return last === null ? [] : [{ one, year: last.year, value: last.value, at: y(last.value) }];
    })
    .toSorted((a, b) => a.at - b.at);
  let floor = top - gap;
  for (const label of labels) {
    label.at = Math.max(label.at, floor + gap);
    floor = label.at;
  }
  // The lowest stands on the axis, not in it: the line would strike the figure through.
  let ceiling = bottom - 8 + gap;
  for (const label of labels.toReversed()) {
    label.at = Math.min(label.at, ceiling - gap);
    ceiling = label.at;
  }
  const edge = Math.max(...labels.map((label) => x(label.year)));
  return (
    <g>
      {labels.map(({ one, value, at }) => (
        <text key={one.country} x={edge + 14} y={at + 4.5}>
          <tspan className={styles.label}>{print(value)}</tspan> {one.label}
        </text>
      ))}
    </g>
  );
}

/** Under the axis: for each year without a number, the mark that says why. */
function StateRail({
  series,
  x,
  y,
  width,
}: {
  readonly series: CountrySeries;
  readonly x: (year: number) => number;
  readonly y: number;
  readonly width: number;
}) {
  return (
    <g>
      {series.points.map((point) =>
        point.state === "reported" ? null : (
          <MarkAt key={point.roundYear} mark={point.state} x={x(point.year)} y={y - 4.5} size={0.85} />
        ),
      )}
      {width > 0 ? (
        <text x={width} y={y} className={styles.faint}>
          {series.label}
        </text>
      ) : null}
    </g>
  );
}

function TrendTooltip({
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
