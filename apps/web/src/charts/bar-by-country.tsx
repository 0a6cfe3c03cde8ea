import type { AnswerState } from "@avances/domain/answer";
import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { statusTexts } from "#ui/status.texts.ts";
import { valueGlyphs } from "#ui/value-state.tsx";
import styles from "./chart.module.css";
import { ticksOf, valueDomain } from "./series.ts";
import { useWidth } from "./use-width.ts";

export interface CountryBar {
  readonly country: string;
  readonly label: string;
  readonly value: number | null;
  readonly state: AnswerState;
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
  const t = useTexts(statusTexts);
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const print = format ?? ((value: number) => f.number(value));
  const range =
    domain ?? valueDomain(rows.map((row) => ({ ...row, points: [{ year: 0, value: row.value, state: row.state }] })));
  const names = width < 480 ? 116 : 160;
  const data = rows.map((row) => ({
    ...row,
    drawn: row.state === "reported" ? (row.value ?? 0) : 0,
    words:
      row.state === "reported" && row.value !== null
        ? print(row.value)
        : row.state === "reported"
          ? ""
          : `${valueGlyphs[row.state]}  ${t.state[row.state]}`,
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
          ticks={ticksOf(range)}
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
          <LabelList dataKey="words" position="right" offset={8} />
        </Bar>
      </BarChart>
    </div>
  );
}
