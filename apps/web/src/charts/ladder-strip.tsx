import { type CountrySeries, pointIn } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { RoundName } from "#ui/round-header.tsx";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import styles from "./ladder-strip.module.css";
import { Matrix } from "./matrix.tsx";
import { LevelTile, YesNoTile } from "./tiles.tsx";

interface LadderStripProps {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly rounds: readonly NamedRound[];
  /** The steps of the ladder in words; if there are none, the values are yes (1) and no (0). */
  readonly levels: readonly { readonly level: number; readonly label: string }[];
  /** A point for every country and round, in the order in which they are drawn. */
  readonly series: readonly CountrySeries[];
}

/** Milestones by year: the step of each country. Not a line, which would show noise for yes and no. No cell is blank. */
export function LadderStrip({ caption, captionHidden, rounds, levels, series }: LadderStripProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const tile = (value: number): ReactNode => {
    if (levels.length === 0) return <YesNoTile yes={value === 1} />;
    const words = levels.find(({ level }) => level === value)?.label ?? "";
    return <LevelTile level={value} label={t.level(f.number(value), words)} />;
  };
  return (
    <div className={styles.ladder}>
      {levels.length === 0 ? null : (
        <ul className={styles.levels} aria-label={t.levels}>
          {levels.map((one) => (
            <li key={one.level}>
              <LevelTile level={one.level} />
              <span>{one.label}</span>
            </li>
          ))}
        </ul>
      )}
      <Matrix
        caption={caption}
        captionHidden={captionHidden}
        corner={t.country}
        columns={rounds.map((round) => ({ key: String(round.roundYear), label: <RoundName round={round} /> }))}
        rows={series.map(({ country, label }) => ({ key: country, label }))}
        cell={(country, roundYear) => {
          const point = pointIn(series, country, Number(roundYear));
          return point.state === "reported" ? tile(point.value ?? 0) : <ValueState state={point.state} />;
        }}
      />
    </div>
  );
}
