import { placeRangeBar } from "@avances/charts/place";
import type { ScoreResult } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "./class-names.ts";
import { scoreTexts } from "./score.texts.ts";
import styles from "./score-with-range.module.css";
import { ValueMarkPicture } from "./value-mark.tsx";

interface ScoreProps {
  readonly result: ScoreResult;
  /** `large` heads a page, `cell` fits a table, `inline` a sentence (no bar). */
  readonly size?: "large" | "cell" | "inline" | undefined;
}

/** The words of a result: `label` is all of it for screen readers, the others are the visible parts. */
export function useScoreWords(): (result: ScoreResult) => Readonly<Record<"label" | "coverage" | "range", string>> {
  const t = useTexts(scoreTexts);
  const f = useFormat();
  return (result) => {
    const coverage = f.percent(result.coverage / 100);
    const floor = f.score(result.range.floor);
    const ceiling = f.score(result.range.ceiling);
    const label = result.published
      ? t.label(f.score(result.score), coverage, floor, ceiling)
      : t.insufficientLabel(coverage, floor, ceiling);
    return { label, coverage: t.coverage(coverage), range: t.range(floor, ceiling) };
  };
}

export function ScoreWithRange({ result, size = "cell" }: ScoreProps) {
  const t = useTexts(scoreTexts);
  const f = useFormat();
  const { label, coverage, range } = useScoreWords()(result);
  return (
    <span className={classNames(styles.unit, styles[size])}>
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className={styles.inner}>
        {result.published ? (
          <span className={styles.score}>{f.score(result.score)}</span>
        ) : (
          <span className={styles.insufficient}>
            <ValueMarkPicture mark="insufficient" /> {t.insufficient}
          </span>
        )}
        {size === "inline" ? null : <RangeBar result={result} />}
        <span className={styles.rest}>
          <span>{coverage}</span>
          <span className={styles.dot}> · </span>
          <span>{range}</span>
        </span>
      </span>
    </span>
  );
}

/** 0 to 100 as a hairline, the range as a band, the score as a tick. */
function RangeBar({ result }: { readonly result: ScoreResult }) {
  const { band, score } = placeRangeBar(result);
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
      <path d="M0 5H100M.2 2V8M99.8 2V8" className={styles.track} />
      <rect {...band} y="2.5" height="5" className={score === null ? styles.rangeOnly : styles.range} />
      {score === null ? null : <path d={`M${score} 0V10`} className={styles.tick} />}
    </svg>
  );
}
