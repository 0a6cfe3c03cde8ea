import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import styles from "./progress.module.css";
import { uiTexts } from "./ui.texts.ts";

interface ProgressProps {
  readonly label: ReactNode;
  readonly done: number;
  readonly of: number;
  readonly hideLabel?: boolean | undefined;
}

/** A part of a whole, in words and as a line from an open to a filled dot. */
export function Progress({ label, done, of, hideLabel = false }: ProgressProps) {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div className={styles.progress}>
      <span className={hideLabel ? "sr-only" : styles.label}>{label}</span>
      <span className={styles.words}>{t.progress(f.number(done), f.number(of))}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
        <path d="M0 4H100" className={styles.track} />
        <path d={`M0 4H${share * 100}`} className={styles.done} />
      </svg>
    </div>
  );
}
