import type { SubmissionStatus, TimelinessKind } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "./class-names.ts";
import { standingMarksTexts } from "./standing-marks.texts.ts";
import styles from "./status-badge.module.css";
import { ExemptMark, StatusBadge } from "./status-badge.tsx";

interface Standing {
  readonly status: SubmissionStatus;
  readonly exempt: boolean;
  readonly timeliness: { readonly kind: TimelinessKind; readonly daysLate: number };
  readonly firstSubmittedAt: string | null;
  readonly extended: boolean;
  readonly dueOn: string;
}

/**
 * The status of a country in a round with its marks: exempt, late, extended. A report that the country took back is in preparation again:
 * that it was sent, and whether late, is said in one mark, so that nobody reads "in preparation, received late".
 */
export function StandingMarks({
  row,
  word,
  full = false,
}: {
  readonly row: Standing;
  readonly word?: string | undefined;
  readonly full?: boolean;
}) {
  const t = useTexts(standingMarksTexts);
  const { status, timeliness, firstSubmittedAt, extended, dueOn } = row;
  const isWithdrawn = status === "draft" && firstSubmittedAt !== null;
  const isLateReceived = timeliness.kind === "received_late";
  return (
    <span className={styles.marks}>
      <StatusBadge status={status} short={!full} word={word} />
      <ExemptMark status={status} exempt={row.exempt} />
      {timeliness.kind === "overdue" ? <LateMark days={timeliness.daysLate} /> : null}
      {isLateReceived && !isWithdrawn ? <LateMark received /> : null}
      {isWithdrawn ? <span className={styles.badge}>{isLateReceived ? t.withdrawnLate : t.withdrawn}</span> : null}
      {extended ? <ExtendedMark {...(firstSubmittedAt === null && { to: dueOn })} /> : null}
    </span>
  );
}

/** Overdue, or received late (`received`): a mark beside any status. Days count from the country's own due date. */
export function LateMark({
  days,
  received = false,
}: {
  readonly days?: number | undefined;
  readonly received?: boolean | undefined;
}) {
  const t = useTexts(standingMarksTexts);
  const f = useFormat();
  return (
    <span className={classNames(styles.badge, received ? styles.lateReceived : styles.late)}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className={styles.shape}>
        <circle cx="7" cy="7" r="5.5" className={styles.markLine} />
        <path d="M7 3.8V7l2.3 1.6" className={styles.markLine} />
      </svg>
      {received ? t.receivedLate : days === undefined ? t.late : t.lateDays(f.days(days))}
    </span>
  );
}

/** An agreed later date: shown in the place of lateness, so that nobody is shamed for it. */
export function ExtendedMark({ to }: { readonly to?: string | undefined }) {
  const t = useTexts(standingMarksTexts);
  const f = useFormat();
  return (
    <span className={classNames(styles.badge, styles.extended)}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className={styles.shape}>
        <path d="M1.5 2v10M1.5 7h8M6.5 3.8 9.8 7l-3.3 3.2M12.5 2v10" className={styles.markLine} />
      </svg>
      {to === undefined ? t.extended : t.extendedTo(f.shortDate(to))}
    </span>
  );
}
