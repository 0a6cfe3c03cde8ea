import { submissionStatuses } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { ExtendedMark, LateMark } from "#ui/standing-marks.tsx";
import { StatusBadge } from "#ui/status-badge.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

/** What the shapes mean and, for the desk, what "accepted" means of a message, and which keys there are. */
export function BoardLegend({ isDesk }: { readonly isDesk: boolean }) {
  const t = useTexts(monitorTexts);
  return (
    <div className={styles.legend}>
      <p className={styles.marks}>
        <b>{t.legend}:</b>
        {submissionStatuses.map((status) => (
          <StatusBadge key={status} status={status} short />
        ))}
        <LateMark />
        <LateMark received />
        <ExtendedMark />
      </p>
      {isDesk ? <p>{t.legendAccepted}</p> : null}
      {isDesk ? (
        <p className={styles.keys}>
          <b>{t.keys.title}:</b> <kbd>↑</kbd> <kbd>↓</kbd> {t.keys.rows} · <kbd>{t.keys.space}</kbd> {t.keys.tick} ·{" "}
          <kbd>Enter</kbd> {t.keys.open}
        </p>
      ) : null}
    </div>
  );
}
