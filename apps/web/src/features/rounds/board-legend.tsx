import type { CountryStatus } from "@avances/contracts";
import { submissionStatuses } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { ExtendedMark, LateMark } from "#ui/standing-marks.tsx";
import { StatusBadge } from "#ui/status-badge.tsx";
import { legendMarks } from "./legend-marks.ts";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

interface BoardLegendProps {
  readonly rows: readonly CountryStatus[];
  readonly isDesk: boolean;
}

/** What the shapes on the board mean and, for the desk, what "accepted" means of a message that says so, and which keys there are. */
export function BoardLegend({ rows, isDesk }: BoardLegendProps) {
  const t = useTexts(monitorTexts);
  const marks = legendMarks(rows);
  return (
    <div className={styles.legend}>
      <p className={styles.marks}>
        <b>{t.legend}:</b>
        {submissionStatuses
          .filter((status) => marks.statuses.has(status))
          .map((status) => (
            <StatusBadge key={status} status={status} short />
          ))}
        {marks.late ? <LateMark /> : null}
        {marks.receivedLate ? <LateMark received /> : null}
        {marks.extended ? <ExtendedMark /> : null}
      </p>
      {isDesk && marks.accepted ? <p>{t.legendAccepted}</p> : null}
      {isDesk ? (
        <p className={styles.keys}>
          <b>{t.keys.title}:</b> <kbd>↑</kbd> <kbd>↓</kbd> {t.keys.rows} · <kbd>{t.keys.space}</kbd> {t.keys.tick} ·{" "}
          <kbd>Enter</kbd> {t.keys.open}
        </p>
      ) : null}
    </div>
  );
}
