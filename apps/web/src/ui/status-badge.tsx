import type { SubmissionStatus } from "@avances/domain/submission";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "./class-names.ts";
import { statusTexts } from "./status.texts.ts";
import styles from "./status-badge.module.css";

/** The shape of a status, 14 × 14. It says the same as word and colour, for black-and-white print and for readers who see few colours. */
export function StatusShape({ status }: { readonly status: SubmissionStatus }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      className={classNames(styles.shape, styles[status])}
    >
      {shapes[status]}
    </svg>
  );
}

const shapes: Readonly<Record<SubmissionStatus, ReactNode>> = {
  not_started: <circle cx="7" cy="7" r="5.2" className={styles.dashed} />,
  draft: (
    <>
      <circle cx="7" cy="7" r="5.5" className={styles.fill} />
      <path d="M7 1.5a5.5 5.5 0 0 0 0 11Z" className={styles.half} />
    </>
  ),
  submitted: <path d="M2.5 1.5 12.5 7l-10 5.5Z" className={styles.fill} />,
  returned: <path d="M11.5 1.5 1.5 7l10 5.5Z" className={styles.fill} />,
  accepted: (
    <>
      <circle cx="7" cy="7" r="5.5" className={styles.open} />
      <path d="m4.2 7.2 2 2 3.7-4.3" className={styles.line} />
    </>
  ),
  published: <rect x="1.5" y="1.5" width="11" height="11" className={styles.fill} />,
  exempt: <path d="M2 7h10" className={styles.bar} />,
};

interface StatusBadgeProps {
  readonly status: SubmissionStatus;
  /** `mark`: shape and word, for lines of text and tables. `tile`: filled, for matrices and page heads. */
  readonly variant?: "mark" | "tile" | undefined;
  /** One or two words instead of the full form. */
  readonly short?: boolean | undefined;
  /** Where more is known than the status says. */
  readonly word?: string | undefined;
}

/** A status of a submission: word + shape + colour. Late is not a status: see `LateMark` in `standing-marks.tsx`. */
export function StatusBadge({ status, variant = "mark", short = false, word }: StatusBadgeProps) {
  const t = useTexts(statusTexts);
  return (
    <span className={classNames(styles.badge, variant === "tile" && styles.tile, variant === "tile" && styles[status])}>
      <StatusShape status={status} />
      {word ?? (short ? t.short[status] : t.status[status])}
    </span>
  );
}

/** Beside the status of a report that an exempt country prepares or has sent voluntarily; nothing when the status says it. */
export function ExemptMark({ status, exempt }: { readonly status: SubmissionStatus; readonly exempt: boolean }) {
  const t = useTexts(statusTexts);
  if (!exempt || status === "exempt") return null;
  return (
    <span className={styles.badge}>
      <StatusShape status="exempt" />
      {t.voluntary}
    </span>
  );
}
