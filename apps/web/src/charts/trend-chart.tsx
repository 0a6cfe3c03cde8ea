import { type PlacedLine, type PlacedTrend, placeTrend } from "@avances/charts/place";
import type { CountrySeries } from "@avances/charts/series";
import { useEffect, useState } from "react";
import { Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { MarkAt } from "#ui/value-mark.tsx";
import styles from "./chart.module.css";
import { chartTexts } from "./charts.texts.ts";
import { contextColour, seriesColour } from "./palette.ts";
import { LegendMark, SeriesMark } from "./series-mark.tsx";
import { TextAt } from "./text-at.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { useWidth } from "./use-width.ts";

interface TrendChartProps {
  readonly series: readonly CountrySeries[];
  /** Countries in colour, at most four; the rest are grey. If absent, up to four series are all in colour. */
  readonly highlight?: readonly string[] | undefined;
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
}

const colourOf = ({ slot }: Pick<PlacedLine, "slot">) => (slot === null ? contextColour : seriesColour(slot));

/**
 * Lines over the years. `@avances/charts/place` decides all positions; the library draws the lines within that plot and those domains,
 * and shows the year under the pointer.
 */
export function TrendChart({ series, highlight, format, domain }: TrendChartProps) {
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
  const print = format ?? ((value: number) => f.number(value));
  const placed = placeTrend(series, { width, print, domain, highlight });
  const { plot, years, values, lines } = placed;
  const front = lines.filter(({ slot }) => slot !== null);
  const told =
    front.length === 0 ? series : front.flatMap((line) => series.filter((one) => one.country === line.country));
  return (
    <div ref={ref} className={styles.chart}>
      <Legend front={front} hasBackground={front.length < lines.length} />
      {placed.isEmpty ? <p className={styles.note}>{t.noNumbers}</p> : null}
      <LineChart
        width={width}
        height={placed.height}
        data={[...placed.rows]}
        margin={{ left: plot.left, top: plot.top, right: width - plot.right, bottom: placed.height - plot.bottom }}
        accessibilityLayer={false}
        onMouseLeave={() => setDismissed(false)}
      >
        <Rules placed={placed} />
        <XAxis
          hide
          dataKey="year"
          type="number"
          domain={[...years.domain]}
          padding={{ left: placed.inset, right: placed.inset }}
        />
        <YAxis hide domain={[...values.domain]} ticks={[...values.ticks]} />
        {lines.map((line) => (
          <Line
            key={line.country}
            dataKey={line.country}
            name={line.label}
            stroke={colourOf(line)}
            strokeWidth={line.slot === null ? 1.25 : 2.25}
            connectNulls={false}
            isAnimationActive={false}
            dot={false}
            activeDot={false}
          />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--control)", strokeWidth: 1 }}
          content={(props) => (dismissed ? null : <TrendTooltip {...props} series={told} print={print} />)}
        />
        <Placed placed={placed} />
      </LineChart>
    </div>
  );
}

function Legend({ front, hasBackground }: { readonly front: readonly PlacedLine[]; readonly hasBackground: boolean }) {
  const t = useTexts(chartTexts);
  return (
    <ul className={styles.legend}>
      {front.map((line) => (
        <li key={line.country}>
          <LegendMark shape={line.shape} colour={colourOf(line)} />
          {line.label}
        </li>
      ))}
      {hasBackground ? (
        <li>
          <LegendMark shape="circle" colour={contextColour} />
          {front.length > 0 ? t.others : t.everybody}
        </li>
      ) : null}
    </ul>
  );
}

/** The lines across the plot, behind those of the countries. */
function Rules({ placed: { plot, rules } }: { readonly placed: PlacedTrend }) {
  const across = (y: number) => `M${plot.left} ${y}H${plot.right}`;
  return (
    <g>
      <path d={rules.hair.map(across).join("")} className={styles.grid} />
      <path d={rules.strong.map(across).join("")} className={styles.zero} />
    </g>
  );
}

/** Everything above the lines: points, axis texts, names at the ends, rails of marks. */
function Placed({ placed }: { readonly placed: PlacedTrend }) {
  return (
    <g>
      {placed.lines.map((line) =>
        line.runs
          .flat()
          .map(({ x, y }) =>
            line.slot === null ? (
              <circle key={`${line.country} ${x}`} cx={x} cy={y} r={2} fill={contextColour} />
            ) : (
              <SeriesMark key={`${line.country} ${x}`} shape={line.shape} x={x} y={y} colour={colourOf(line)} />
            ),
          ),
      )}
      {[...placed.years.texts, ...placed.values.texts].map((one) => (
        <TextAt key={`${one.anchor} ${one.text}`} {...one} />
      ))}
      {placed.ends.map(({ country, figure, name, x, y }) => (
        <text key={country} x={x} y={y}>
          <tspan className={styles.label}>{figure}</tspan> {name}
        </text>
      ))}
      {placed.rails.map(({ country, marks, name, key }) => (
        <g key={country}>
          {marks.map(({ roundYear, ...place }) => (
            <MarkAt key={roundYear} {...place} />
          ))}
          {name ? <TextAt {...name} /> : null}
          {key ? <SeriesMark shape={key.shape} x={key.x} y={key.y} colour={colourOf(key)} /> : null}
        </g>
      ))}
    </g>
  );
}
