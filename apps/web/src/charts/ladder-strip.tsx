import type { AnswerState } from "@avances/domain/answer";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { ValueState } from "#ui/value-state.tsx";
import { chartTexts } from "./charts.texts.ts";
import styles from "./ladder-strip.module.css";
import { LevelTile, Matrix } from "./matrix.tsx";

interface LadderStripProps {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly years: readonly number[];
  readonly levels: readonly { readonly level: number; readonly label: string }[];
  readonly rows: readonly {
    readonly country: string;
    readonly label: string;
    readonly cells: readonly { readonly year: number; readonly level: number | null; readonly state: AnswerState }[];
  }[];
}

/** Milestones by year: which step each country stands on. In place of a line, which would make noise of yes and no. */
export function LadderStrip({ caption, captionHidden, years, levels, rows }: LadderStripProps) {
  const t = useTexts(chartTexts);
  const f = useFormat();
  const words = (level: number) => levels.find((one) => one.level === level)?.label ?? "";
  return (
    <div className={styles.ladder}>
      <ul className={styles.levels} aria-label={t.levels}>
        {levels.map((one) => (
          <li key={one.level}>
            <LevelTile level={one.level} />
            <span>{one.label}</span>
          </li>
        ))}
      </ul>
      <Matrix
        caption={caption}
        captionHidden={captionHidden}
        corner={t.country}
        columns={years.map((year) => ({ key: String(year), label: String(year) }))}
        rows={rows.map((row) => ({ key: row.country, label: row.label }))}
        cell={(country, year) => {
          const cell = rows.find((row) => row.country === country)?.cells.find((one) => String(one.year) === year);
          if (cell === undefined) return <span className="sr-only">{t.notExpected}</span>;
          if (cell.state !== "reported") return <ValueState state={cell.state} />;
          return cell.level === null ? null : (
            <LevelTile level={cell.level} label={t.level(f.number(cell.level), words(cell.level))} />
          );
        }}
      />
    </div>
  );
}
