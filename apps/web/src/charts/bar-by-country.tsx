import { placeBars } from "@avances/charts/place";
import type { CountrySeries } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { MarkAt } from "#ui/value-mark.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import styles from "./chart.module.css";
import { contextColour, seriesColour } from "./palette.ts";
import { TextAt } from "./text-at.tsx";
import { useWidth } from "./use-width.ts";

interface BarByCountryProps {
  /** In the order in which they are drawn: alphabetical, never by value. */
  readonly series: readonly CountrySeries[];
  readonly roundYear: number;
  /** The country in colour, the others being grey; if absent, all are in colour. */
  readonly kept?: string | undefined;
  readonly format?: ((value: number) => string) | undefined;
  readonly domain?: readonly [number, number] | undefined;
}

/** One bar per country for one year. `@avances/charts/place` decides all positions. */
export function BarByCountry({ series, roundYear, kept, format, domain }: BarByCountryProps) {
  const f = useFormat();
  const t = useTexts(valueStateTexts);
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const placed = placeBars(series, {
    width,
    roundYear,
    print: format ?? ((value) => f.number(value)),
    wordOf: (mark) => t.state[mark],
    domain,
  });
  return (
    <div ref={ref} className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${placed.height}`} width={width} height={placed.height} aria-hidden="true">
        {placed.bars.map(({ country, box }) => (
          <rect
            key={country}
            x={box.left}
            y={box.top}
            width={box.right - box.left}
            height={box.bottom - box.top}
            fill={kept === undefined || country === kept ? seriesColour(0) : contextColour}
          />
        ))}
        <path d={`M${placed.zero} ${placed.plot.top}V${placed.plot.bottom}`} className={styles.zero} />
        {placed.marks.map((mark) => (
          <MarkAt key={mark.y} {...mark} />
        ))}
        {placed.texts.map((one) => (
          <TextAt key={`${one.x} ${one.y}`} {...one} />
        ))}
      </svg>
    </div>
  );
}
