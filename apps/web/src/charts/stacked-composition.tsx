import { useId } from "react";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import styles from "./chart.module.css";
import { chartTexts } from "./charts.texts.ts";
import { seriesColour } from "./palette.ts";
import { useWidth } from "./use-width.ts";

interface StackedCompositionProps {
  /** At most four get a colour of their own. */
  readonly parts: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    /** Counts. A row with a null part is not stacked: what is not known cannot be a share. */
    readonly values: Readonly<Record<string, number | null>>;
    /** Persons in the total of whom the part is not known; hatched. */
    readonly notGiven?: number | undefined;
  }[];
  readonly format?: ((value: number) => string) | undefined;
}

/** What a total is made of, in counts, one bar per year or country. */
export function StackedComposition({ parts, rows, format }: StackedCompositionProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const hatch = useId();
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const print = format ?? ((value: number) => f.number(value));
  const whole = (row: (typeof rows)[number]) =>
    parts.every((part) => row.values[part.key] !== null && row.values[part.key] !== undefined);
  const nothing = Object.fromEntries(parts.map((part) => [part.key, 0]));
  const data = rows.map((row) =>
    whole(row)
      ? { label: row.label, ...row.values, notGiven: row.notGiven ?? 0, words: "" }
      : { label: row.label, ...nothing, notGiven: 0, words: t.notGiven },
  );
  const someNotGiven = rows.some((row) => whole(row) && (row.notGiven ?? 0) > 0);
  return (
    <div ref={ref} className={styles.chart}>
      <ul className={styles.legend}>
        {parts.map((part, place) => (
          <li key={part.key}>
            <Swatch fill={seriesColour(place)} />
            {part.label}
          </li>
        ))}
        {someNotGiven ? (
          <li>
            <Swatch fill={`url(#${hatch})`} />
            {t.notGiven}
          </li>
        ) : null}
      </ul>
      <BarChart
        layout="vertical"
        width={width}
        height={rows.length * 34 + 34}
        data={data}
        margin={{ top: 2, right: 24, bottom: 0, left: 0 }}
        barCategoryGap={8}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V6" stroke="var(--control)" strokeWidth="2.5" />
          </pattern>
        </defs>
        <XAxis type="number" tickFormatter={print} tickLine={false} axisLine={false} height={30} />
        <YAxis
          type="category"
          dataKey="label"
          width={width < 480 ? 104 : 150}
          tickLine={false}
          axisLine={{ stroke: "var(--ink-2)" }}
          interval={0}
        />
        {parts.map((part, place) => (
          <Bar
            key={part.key}
            dataKey={part.key}
            stackId="whole"
            fill={seriesColour(place)}
            stroke="var(--paper)"
            isAnimationActive={false}
          />
        ))}
        <Bar
          dataKey="notGiven"
          stackId="whole"
          minPointSize={(_, row) => (data[row]?.words === "" ? 0 : 1)}
          fill={`url(#${hatch})`}
          stroke="var(--control)"
          isAnimationActive={false}
        >
          <LabelList dataKey="words" position="right" offset={8} />
        </Bar>
      </BarChart>
    </div>
  );
}

function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <rect width="14" height="14" fill={fill} />
    </svg>
  );
}
