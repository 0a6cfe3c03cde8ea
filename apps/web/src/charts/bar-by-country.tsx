import { axisOf, axisOver } from "@avances/charts/place";
import type { SeriesPoint } from "@avances/charts/series";
import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { MarkAt } from "#ui/value-state.tsx";
import styles from "./chart.module.css";
import { useWidth } from "./use-width.ts";

export interface CountryBar {
  readonly country: string;
  readonly label: string;
  readonly value: number | null;
  readonly state: SeriesPoint["state"];
}

interface BarByCountryProps {
  /** In the order in which they are drawn: alphabetical, never by value. */
  readonly rows: readonly CountryBar[];
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
  readonly highlight?: string | undefined;
}

/** One bar per country for one year. Zero has a mark on the line and its label; what has no number says why in its place. */
export function BarByCountry({ rows, format, domain, highlight }: BarByCountryProps) {
  const f = useFormat();
  const t = useTexts(valueStateTexts);
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const print = format ?? ((value: number) => f.number(value));
  const { domain: range, ticks } = domain
    ? axisOver(domain)
    : axisOf(rows.map((row) => ({ ...row, points: [{ year: 0, roundYear: 0, value: row.value, state: row.state }] })));
  const names = width < 480 ? 116 : 160;
  const data = rows.map((row) => ({
    ...row,
    drawn: row.state === "reported" ? (row.value ?? 0) : 0,
    words: row.state !== "reported" ? t.state[row.state] : row.value === null ? "" : print(row.value),
  }));
  return (
    <div ref={ref} className={styles.chart}>
      <BarChart
        layout="vertical"
        width={width}
        height={rows.length * 32 + 34}
        data={data}
        margin={{ top: 2, right: 56, bottom: 0, left: 0 }}
        barCategoryGap={9}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          domain={[range[0], range[1]]}
          ticks={[...ticks]}
          tickFormatter={print}
          tickLine={false}
          axisLine={false}
          height={30}
        />
        <YAxis
          type="category"
          dataKey="label"
          width={names}
          tickLine={false}
          axisLine={{ stroke: "var(--ink-2)" }}
          interval={0}
        />
        <Bar dataKey="drawn" isAnimationActive={false} minPointSize={(value) => (value === 0 ? 2 : 0)}>
          {data.map((row) => (
            <Cell
              key={row.country}
              fill={
                row.state !== "reported"
                  ? "none"
                  : highlight === undefined || row.country === highlight
                    ? "var(--series-1)"
                    : "var(--series-context)"
              }
            />
          ))}
          <LabelList
            dataKey="words"
            content={({ x, y, width: length, height, index }) => {
              const row = data[index ?? -1];
              if (!row) return null;
              const from = Number(x) + Number(length) + 8;
              const middle = Number(y) + Number(height) / 2;
              return row.state === "reported" ? (
                <text x={from} y={middle + 4.5}>
                  {row.words}
                </text>
              ) : (
                <g>
                  <MarkAt mark={row.state} x={from + 9} y={middle} size={0.85} />
                  <text x={from + 24} y={middle + 4.5} className={styles.faint}>
                    {row.words}
                  </text>
                </g>
              );
            }}
          />
        </Bar>
      </BarChart>
    </div>
  );
}
