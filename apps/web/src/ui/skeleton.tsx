import { useTexts } from "#i18n/i18n.ts";
import styles from "./skeleton.module.css";
import { uiTexts } from "./ui.texts.ts";

interface SkeletonProps {
  /** `lines` of text, a `table` or a `chart` of about the height to come, so that nothing jumps. */
  readonly shape?: "lines" | "table" | "chart" | undefined;
  readonly rows?: number | undefined;
}

/** Holds the place while something loads. Appears only after a moment, so that fast replies show no flicker. */
export function Skeleton({ shape = "lines", rows = shape === "table" ? 8 : 3 }: SkeletonProps) {
  const t = useTexts(uiTexts);
  return (
    <div role="status" className={styles.skeleton} data-loading="">
      <span className="sr-only">{t.loading}</span>
      <div aria-hidden="true" className={styles[shape]}>
        {shape === "chart" ? null : Array.from({ length: rows }, (_, row) => <span key={`row-${row + 1}`} />)}
      </div>
    </div>
  );
}
